import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import type { GrantList } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { waits } from './grant-actions.ts';
import { GrantForm } from './grant-form.tsx';
import { GrantRows } from './grant-table.tsx';
import { grantQueries } from './grants-queries.ts';
import { ListState } from './list-table.tsx';
import { PayDialog } from './pay-dialog.tsx';

/** One list: who is on it and for how much, who is missing and why; approved, how far each has come. */
export function ListView({ listId }: { listId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(grantQueries.list(listId));
  return (
    <Loaded query={query}>
      {(list) => (
        <>
          <p className="grant-state">
            <Link to="/grants?view=lists">{t('grants.backToLists')}</Link>
          </p>
          <Section
            title={`${list.ruleName} ${list.fiscalYear}`}
            note={
              <>
                <ListState list={list} /> {t('grants.recipients')} {list.recipients} ·{' '}
                <Money fen={list.totalFen} />
              </>
            }
            tools={<ApproveList list={list} />}
          >
            {list.entitlements.length === 0 ? (
              <Empty title={t('grants.nobody')} />
            ) : (
              <Entitled list={list} />
            )}
          </Section>
          {list.missing.length > 0 && <Missing list={list} />}
          {list.state === 'APPROVED' && <Given listId={listId} />}
        </>
      )}
    </Loaded>
  );
}

function Entitled({ list }: { list: GrantList }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const tiered = list.kind === 'BY_TIER';
  const by = t(tiered ? 'grants.tier' : 'grants.collected');
  return (
    <TableFrame label={t('grants.recipients')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('grants.recipient')}</th>
          <th scope="col">{t('grants.region')}</th>
          <th scope="col" className={tiered ? '' : 'number'}>
            {by}
          </th>
          <th scope="col" className="number">
            {t('grants.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {list.entitlements.map((one) => (
          <tr key={one.unionId}>
            <th scope="row">{one.name || t('grants.subordinate', { node: one.recipientNode })}</th>
            <td data-label={t('grants.region')}>{one.regionCode}</td>
            <td className={tiered ? '' : 'number'} data-label={by}>
              {tiered ? (
                one.tier
              ) : (
                <>
                  <Money fen={one.collectedFen} />{' '}
                  <span className="account-part">{label('grantCollected', one.collectedFrom)}</span>
                </>
              )}
            </td>
            <td className="number" data-label={t('grants.amount')}>
              <Money fen={one.amountFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Missing({ list }: { list: GrantList }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <Section title={t('grants.missing')} note={t('grants.missingNote')}>
      <ul>
        {list.missing.map(({ regionCode, name, cause }) => (
          <li key={`${regionCode} ${name}`}>
            {name} {regionCode} · {label('grantMissing', cause)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ApproveList({ list }: { list: GrantList }): ReactElement | null {
  const { t } = useTranslation();
  const { whole } = useReach();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const [asks, setAsks] = useState(false);
  if (!whole || duty !== 'chair' || list.state !== 'DRAFT') return null;
  return (
    <>
      <button type="button" className="button button-main" onClick={() => setAsks(true)}>
        {t('grants.act.approveList.do')}
      </button>
      {asks && (
        <GrantForm
          name="approveList"
          fields={() => []}
          send={(_, key) => {
            const params = { path: { listId: list.listId } };
            const body = { expectedVersion: list.version };
            const headers = { 'Idempotency-Key': key };
            return answer(
              client.POST('/fund/grant-lists/{listId}/approval', { params, headers, body }),
            );
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

/** The grants that came of it, and those that may be asked to be paid now. */
function Given({ listId }: { listId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(grantQueries.grants({ state: '', listId }));
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const [pays, setPays] = useState(false);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = items.filter(waits).map(({ grantId }) => grantId);
  return (
    <Section
      title={t('grants.given')}
      tools={
        duty === 'finance' &&
        waiting.length > 0 && (
          <button type="button" className="button button-main" onClick={() => setPays(true)}>
            {t('grants.act.pay.do')}
          </button>
        )
      }
    >
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {() => <GrantRows items={items} />}
      </Loaded>
      {pays && <PayDialog grantIds={waiting} onClose={() => setPays(false)} />}
    </Section>
  );
}
