import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { thisMonth } from '../books/this-month.ts';
import { paymentQueries } from '../payments/payments-queries.ts';
import { queries } from '../queries.ts';
import { DateField } from '../ui/date-field.tsx';
import { Icon } from '../ui/icons.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useUrl } from '../url.ts';
import { AddAccount } from './add-account.tsx';
import { BalanceSheet } from './balance-sheet.tsx';
import { ImportStatement } from './import-statement.tsx';
import { MatchedLines } from './matched-lines.tsx';
import { OpenItems } from './open-items.tsx';
import { reconciliationQueries } from './reconciliation-queries.ts';
import type { StatementOf } from './reconciliation-queries.ts';
import './reconciliation.css';

/** A month of an account as the bank has it beside the same month as the books have it. */
export default function ReconciliationPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const { duty = '', scopeUnionId = '' } = useQuery(queries.session()).data?.duty ?? {};
  const unionId = read('union') || scopeUnionId;
  const banks = useQuery(paymentQueries.banks(unionId));
  const bank =
    banks.data?.find((one) => one.bank === read('bank'))?.bank ?? banks.data?.[0]?.bank ?? '';
  const month = read('month') || thisMonth();
  const writes = duty === 'finance';
  return (
    <Page
      title={t('reconciliation.title')}
      lead={t('reconciliation.lead')}
      tools={
        <button type="button" className="button button-icon" onClick={() => window.print()}>
          <Icon name="print" />
          <span className="hidden">{t('action.print')}</span>
        </button>
      }
    >
      <div className="filter">
        <div className="field field-wide">
          <label htmlFor="rec-union">{t('reconciliation.union')}</label>
          <UnionSelect
            id="rec-union"
            value={unionId}
            placeholder={t('reconciliation.union')}
            onChange={(union) => patch({ union, bank: '' })}
          />
        </div>
        {bank !== '' && (
          <div className="field">
            <label htmlFor="rec-bank">{t('reconciliation.bank')}</label>
            <select
              id="rec-bank"
              className="input"
              value={bank}
              onChange={({ target }) => patch({ bank: target.value })}
            >
              {banks.data?.map((one) => (
                <option key={one.bank} value={one.bank}>
                  {one.bank} · {one.accountMasked}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="rec-month">{t('reconciliation.month')}</label>
          <DateField
            id="rec-month"
            picker="month"
            value={month}
            onChange={(to) => patch({ month: to })}
          />
        </div>
      </div>
      {writes && <AddAccount key={unionId} unionId={unionId} />}
      <Loaded query={{ ...banks, isPlaceholderData: false }}>
        {(accounts) =>
          accounts.length === 0 ? (
            <Empty title={t('reconciliation.noAccount')}>{t('reconciliation.noAccountNext')}</Empty>
          ) : (
            <Month key={`${bank}${month}`} of={{ unionId, bank, month }} writes={writes} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Month({ of, writes }: { of: StatementOf; writes: boolean }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(reconciliationQueries.month(of));
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }}>
      {(found) => (
        <>
          {found ? (
            <>
              <Section
                title={t('reconciliation.sheet', { month: of.month })}
                note={t('reconciliation.matched', { matched: found.matched, lines: found.lines })}
              >
                <BalanceSheet of={found} />
              </Section>
              <OpenItems of={found} writes={writes} />
              <MatchedLines of={of} writes={writes} />
            </>
          ) : (
            <Empty title={t('reconciliation.none', { month: of.month })}>
              {t('reconciliation.noneNext')}
            </Empty>
          )}
          {writes && !found && <ImportStatement of={of} />}
        </>
      )}
    </Loaded>
  );
}
