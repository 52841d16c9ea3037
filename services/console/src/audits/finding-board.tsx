import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, FindingCount } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { auditQueries } from './audits-queries.ts';
import { FindingPanel } from './finding-panel.tsx';
import { stateTone } from './tones.ts';

/** In the order in which a finding takes them; what is late comes before. */
const ORDER = [
  'OVERDUE',
  'OPEN',
  'NOTIFIED',
  'PLAN',
  'IN_RECTIFICATION',
  'EVIDENCE_SUBMITTED',
  'RETURNED',
  'VERIFIED',
  'ESCALATED',
  'CLOSED',
];

interface Props {
  /** An audit, a round of inspections, or all in reach. */
  of: { auditId?: string; roundId?: string };
  state: string;
  onState: (state: string) => void;
}

/** Findings by state, the late ones first; the counts are buttons that show theirs. */
export function FindingBoard({ of, state, onState }: Props): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState('');
  const query = useInfiniteQuery(auditQueries.findings({ ...of, state }));
  return (
    <>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              <Counts counts={pages[0]?.counts ?? []} state={state} onState={onState} />
              {items.length === 0 ? (
                <Empty title={t('audits.noFindings')}>{t('audits.noFindingsNext')}</Empty>
              ) : (
                <FindingTable
                  items={items}
                  onShow={setShown}
                  withUnion={of.auditId === undefined}
                />
              )}
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
      <FindingPanel findingId={shown} onClose={() => setShown('')} />
    </>
  );
}

interface CountsProps {
  counts: readonly FindingCount[];
  state: string;
  onState: (state: string) => void;
}

function Counts({ counts, state, onState }: CountsProps): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  const known = ORDER.flatMap((name) => counts.filter((one) => one.state === name));
  if (known.length === 0) return null;
  return (
    <div className="finding-counts" role="group" aria-label={t('audits.byState')}>
      {known.map((one) => (
        <button
          key={one.state}
          type="button"
          className={`finding-count finding-count-${stateTone(one.state)}`}
          aria-pressed={state === one.state}
          onClick={() => onState(state === one.state ? '' : one.state)}
        >
          <span className="finding-count-name">{label('findingState', one.state)}</span>
          <strong>{one.findings}</strong>
          <Money fen={one.amountFen} />
        </button>
      ))}
    </div>
  );
}

interface TableProps {
  items: readonly Finding[];
  withUnion: boolean;
  onShow: (findingId: string) => void;
}

function FindingTable({ items, withUnion, onShow }: TableProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <TableFrame label={t('audits.findings')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('audits.finding')}</th>
          {withUnion && <th scope="col">{t('audits.union')}</th>}
          <th scope="col">{t('audits.field.category')}</th>
          <th scope="col" className="number">
            {t('audits.field.amount')}
          </th>
          <th scope="col">{t('audits.state')}</th>
          <th scope="col">{t('audits.deadline')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.findingId}>
            <th scope="row">
              <button type="button" className="audit-link" onClick={() => onShow(one.findingId)}>
                {one.title}
              </button>
            </th>
            {withUnion && <td data-label={t('audits.union')}>{one.unionName}</td>}
            <td data-label={t('audits.field.category')}>
              {label('findingCategory', one.category)}
            </td>
            <td className="number" data-label={t('audits.field.amount')}>
              <Money fen={one.amountFen} />
            </td>
            <td data-label={t('audits.state')}>
              <Chip tone={stateTone(one.state)}>{label('findingState', one.state)}</Chip>
            </td>
            <td data-label={t('audits.deadline')}>
              {one.deadline || '–'}{' '}
              {one.overdueDays > 0 && (
                <Chip tone="bad" icon="warning">
                  {t('audits.overdueDays', { count: one.overdueDays })}
                </Chip>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
