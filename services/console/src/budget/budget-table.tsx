import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountName } from '../books/account-name.tsx';
import { yuan } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { BudgetLine } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { TieDialog } from './tie-dialog.tsx';

interface Props {
  items: readonly BudgetLine[];
  /** Undefined where the duty sets no budget. */
  onChange: ((line: BudgetLine) => void) | undefined;
}

const amounts = ['approvedFen', 'committedFen', 'spentFen', 'availableFen'] as const;
const approvers = ['finance', 'chair'];

export function BudgetTable({ items, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<BudgetLine>();
  const [tied, setTied] = useState<BudgetLine>();
  return (
    <>
      <TableFrame label={t('budget.lines')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('budget.account')}</th>
            <th scope="col">{t('budget.source')}</th>
            {amounts.map((name) => (
              <th key={name} scope="col" className="number">
                {t(`budget.${name}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('budget.executed')}
            </th>
            <th scope="col">{t('budget.reached')}</th>
            <th scope="col">{t('budget.state')}</th>
            <th scope="col">{t('budget.do')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <Row
              key={line.lineId}
              line={line}
              onChange={onChange}
              onApprove={setAsked}
              onTie={setTied}
            />
          ))}
        </tbody>
      </TableFrame>
      {asked && <ApproveDialog line={asked} onClose={() => setAsked(undefined)} />}
      {tied && <TieDialog line={tied} onClose={() => setTied(undefined)} />}
    </>
  );
}

interface RowProps extends Pick<Props, 'onChange'> {
  line: BudgetLine;
  onApprove: (line: BudgetLine) => void;
  onTie: (line: BudgetLine) => void;
}

function Row({ line, onChange, onApprove, onTie }: RowProps): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const account = { code: line.accountCode, partyId: '', project: line.projectCode, mark: '' };
  return (
    <tr>
      <th scope="row">
        <AccountName account={account} nameZh={line.accountName} />
        <span className="account-part"> {label('budgetMark', line.mark)}</span>
      </th>
      <td data-label={t('budget.source')}>{label('budgetSource', line.sourceCode)}</td>
      {amounts.map((name) => (
        <td key={name} className="number" data-label={t(`budget.${name}`)}>
          <Money fen={line[name]} />
        </td>
      ))}
      <td className="number" data-label={t('budget.executed')}>
        <span className="figure">{yuan(String(line.executedBasisPoints), i18n.language)}%</span>
        <span className="budget-bar" aria-hidden="true">
          <span style={{ width: `${Math.min(100, line.executedBasisPoints / 100)}%` }} />
        </span>
      </td>
      <td data-label={t('budget.reached')}>
        <Reached line={line} />
      </td>
      <td data-label={t('budget.state')}>
        <State line={line} />
      </td>
      <td data-label={t('budget.do')}>
        <Acts line={line} onChange={onChange} onApprove={onApprove} onTie={onTie} />
      </td>
    </tr>
  );
}

/** Whom the bank has paid, beside how many the plan says. */
function Reached({ line }: { line: BudgetLine }): ReactElement {
  const { t } = useTranslation();
  if (line.planItemId === '') return <>–</>;
  const { headcountReached: reached, headcountTarget: target } = line;
  return (
    <>
      <span className="figure">{t('budget.reachedOf', { reached, target })}</span>{' '}
      <span className="account-part">{line.planItemTitle}</span>
    </>
  );
}

function State({ line }: { line: BudgetLine }): ReactElement {
  const { t, i18n } = useTranslation();
  const who = useWho();
  if (line.proposedFen !== '0') {
    const amount = yuan(line.proposedFen, i18n.language);
    return (
      <>
        <Chip tone="warn" icon="clock">
          {t('budget.waits', { amount })}
        </Chip>{' '}
        <span className="account-part">
          {t('budget.by', { who: who(line.proposedBy), document: line.documentNo })}
        </span>
      </>
    );
  }
  return (
    <>
      <Chip tone="good" icon="check">
        {t('budget.inForce')}
      </Chip>{' '}
      <span className="account-part">
        {t('budget.by', {
          who: who(line.approvedBy || line.proposedBy),
          document: line.documentNo,
        })}
      </span>
    </>
  );
}

function Acts({ line, onChange, onApprove, onTie }: RowProps): ReactElement {
  const { t } = useTranslation();
  const session = useQuery(queries.session()).data;
  const waits = line.proposedFen !== '0';
  if (waits && approvers.includes(session?.duty?.duty ?? '')) {
    if (line.proposedBy === session?.accountId) return <>{t('budget.ownProposal')}</>;
    return (
      <button type="button" className="button" onClick={() => onApprove(line)}>
        {t('budget.approve')}
        <span className="hidden"> {line.accountCode}</span>
      </button>
    );
  }
  if (waits || !onChange) return <>–</>;
  return (
    <div className="budget-acts">
      <button type="button" className="button" onClick={() => onChange(line)}>
        {t('budget.change')}
        <span className="hidden"> {line.accountCode}</span>
      </button>
      <button type="button" className="button" onClick={() => onTie(line)}>
        {t('budget.tie.act')}
        <span className="hidden"> {line.accountCode}</span>
      </button>
    </div>
  );
}
