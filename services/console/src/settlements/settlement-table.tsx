import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Settlement } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { offers } from './settlement-actions.ts';
import type { SettlementActionName } from './settlement-actions.ts';
import { SettlementDialog } from './settlement-dialog.tsx';

const tones: Readonly<Record<string, Tone>> = {
  CONFIRMED: 'good',
  RECEIVED: 'good',
  DISPUTED: 'bad',
  SENT: 'warn',
  EXPECTED: 'warn',
};
interface Asked {
  name: SettlementActionName;
  one: Settlement;
}

/** From then on somebody should ask the neighbour. */
const LATE_DAYS = 10;

export function SettlementTable({ items }: { items: readonly Settlement[] }): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const session = useQuery(queries.session()).data;
  const reader = { duty: session?.duty?.duty ?? '', accountId: session?.accountId ?? '' };
  return (
    <>
      <TableFrame label={t('settlements.title')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('settlements.what')}</th>
            <th scope="col">{t('settlements.neighbour')}</th>
            <th scope="col" className="number">
              {t('settlements.amount')}
            </th>
            <th scope="col">{t('settlements.sentOn')}</th>
            <th scope="col">{t('settlements.state')}</th>
            <th scope="col">{t('settlements.waits')}</th>
            <th scope="col">{t('settlements.do')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Row
              key={one.settlementId}
              one={one}
              offered={offers(one, reader)}
              onAsk={(name) => setAsked({ name, one })}
            />
          ))}
        </tbody>
      </TableFrame>
      {asked && <SettlementDialog {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface RowProps {
  one: Settlement;
  offered: readonly SettlementActionName[];
  onAsk: (name: SettlementActionName) => void;
}

function Row({ one, offered, onAsk }: RowProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [, patch] = useUrl();
  const late = one.ageDays > LATE_DAYS;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="traced opens"
          onClick={() => patch({ settlement: one.settlementId })}
        >
          {label('settlementKind', one.kind)} {one.period}
        </button>
        {one.project !== '' && <span className="account-part"> · {one.project}</span>}
        <Emergency one={one} />
      </th>
      <td data-label={t('settlements.neighbour')}>
        {t(`settlements.directions.${one.direction as 'OUT' | 'IN'}`)} {one.neighbour}
      </td>
      <td className="number" data-label={t('settlements.amount')}>
        <Money fen={one.amountFen} />
      </td>
      <td data-label={t('settlements.sentOn')}>{one.sentOn || '–'}</td>
      <td data-label={t('settlements.state')}>
        <Chip tone={tones[one.state] ?? 'plain'}>{label('settlementState', one.state)}</Chip>
        {one.reasonCode !== '' && (
          <span className="account-part"> {label('settlementReason', one.reasonCode)}</span>
        )}
        {one.usedOn !== '' && (
          <span className="account-part">
            {' '}
            {t('settlements.used', { on: one.usedOn })} <Money fen={one.usedFen} />
          </span>
        )}
      </td>
      <td data-label={t('settlements.waits')}>
        {one.ageDays > 0 ? (
          <Chip tone={late ? 'bad' : 'plain'} {...(late ? { icon: 'warning' } : {})}>
            {t('settlements.days', { count: one.ageDays })}
          </Chip>
        ) : (
          '–'
        )}
      </td>
      <td data-label={t('settlements.do')}>
        {offered.length === 0 && '–'}
        {offered.map((name) => (
          <button key={name} type="button" className="button" onClick={() => onAsk(name)}>
            {t(`settlements.act.${name}.do`)}
          </button>
        ))}
      </td>
    </tr>
  );
}

/** What happened, and whether the decision that may follow has followed. */
function Emergency({ one }: { one: Settlement }): ReactElement | null {
  const { t } = useTranslation();
  if (one.emergencyEvent === '') return null;
  const due = one.decisionDueOn;
  const open = due !== '' && one.decisionOn === '';
  const late = open && due < today();
  return (
    <span className="emergency">
      <Chip tone="warn" icon="warning" title={one.emergencyReason}>
        {t('settlements.emergency', { event: one.emergencyEvent })}
      </Chip>
      {open && (
        <Chip tone={late ? 'bad' : 'plain'} {...(late ? { icon: 'clock' } : {})}>
          {t(late ? 'settlements.decisionLate' : 'settlements.decisionDue', { on: due })}
        </Chip>
      )}
      {one.decisionOn !== '' && (
        <Chip tone="good" icon="check">
          {t('settlements.decided', { no: one.decisionNo })}
        </Chip>
      )}
    </span>
  );
}
