import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { daysUntil, today } from '../dates.ts';
import { queries } from '../queries.ts';
import type { DueUnion } from '../shapes.ts';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { DueChip, dueStates } from './due-chip.tsx';

interface Props {
  asOf: string;
  chosen: string;
  onChoose: (id: string) => void;
}

const asked = [...dueStates, 'DUE'] as const;
const stillRunning = dueStates.filter((one) => one !== 'EXPIRED');
/** The procedures under way (services/organisation: election.ts). */
const electionStates = [
  'REQUEST_FILED',
  'REPLY_OK',
  'CANDIDATES_PROPOSED',
  'CANDIDATES_REVIEWED',
  'CANDIDATES_PUBLISHED',
  'MEETING_HELD',
  'COUNTED',
  'RESULT_REPORTED',
  'RESULT_APPROVED',
  'POSTPONED',
] as const;

/** Whose term ends soon or has ended, the most urgent first. */
export function DueView({ asOf, chosen, onChoose }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const state = asked.find((one) => one === read('due')) ?? '';
  const election = read('election');
  const query = useInfiniteQuery(queries.due(state, election, asOf));
  const due = query.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = query.data?.pages[0]?.counts ?? {};

  return (
    <Loaded query={query} lines={10}>
      {() => (
        <>
          <div className="due-filter" role="group" aria-label={t('unions.dueFilter')}>
            <button type="button" aria-pressed={state === ''} onClick={() => patch({ due: '' })}>
              {t('unions.dueAll')}
              <strong>
                <Figure value={sumOf(dueStates, counts)} />
              </strong>
            </button>
            <button
              type="button"
              aria-pressed={state === 'DUE'}
              onClick={() => patch({ due: 'DUE' })}
            >
              {t('unions.dueSoon')}
              <strong>
                <Figure value={sumOf(stillRunning, counts)} />
              </strong>
            </button>
            {dueStates.map((one) => (
              <button
                key={one}
                type="button"
                className={`due-${one}`}
                aria-pressed={state === one}
                onClick={() => patch({ due: one })}
              >
                {label('due', one)}
                <strong>
                  <Figure value={counts[one] ?? 0} />
                </strong>
              </button>
            ))}
          </div>
          <ElectionFilter election={election} onChoose={(next) => patch({ election: next })} />
          {due.length === 0 ? (
            <Empty title={t('unions.noDue')}>{t('unions.noDueNext')}</Empty>
          ) : (
            <DueTable due={due} asOf={asOf} chosen={chosen} onChoose={onChoose} />
          )}
          <MoreButton query={query} />
        </>
      )}
    </Loaded>
  );
}

function sumOf(states: readonly string[], counts: Record<string, number>): number {
  return states.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
}

/** Only where the procedure under way stands so, whenever the term ends. */
function ElectionFilter(props: { election: string; onChoose: (election: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="field due-election">
      <label htmlFor="due-election">{t('unions.election')}</label>
      <select
        id="due-election"
        className="input"
        value={props.election}
        onChange={({ target }) => props.onChoose(target.value)}
      >
        <option value="">{t('unions.anyElection')}</option>
        {electionStates.map((one) => (
          <option key={one} value={one}>
            {t(`electionState.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TableProps extends Props {
  due: readonly DueUnion[];
}

function DueTable({ due, asOf, chosen, onChoose }: TableProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const from = asOf === '' ? today() : asOf;
  return (
    <TableFrame label={t('unions.view.due')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('unions.union')}</th>
          <th scope="col">{t('unions.dueState')}</th>
          <th scope="col">{t('unions.termEnd')}</th>
          <th scope="col" className="number">
            {t('unions.daysLeft')}
          </th>
          <th scope="col">{t('unions.election')}</th>
        </tr>
      </thead>
      <tbody>
        {due.map((union) => (
          <tr key={union.unionId} className={union.unionId === chosen ? 'chosen' : ''}>
            <th scope="row">
              <button type="button" className="pick" onClick={() => onChoose(union.unionId)}>
                {union.name}
              </button>
            </th>
            <td>
              <DueChip state={union.dueState} />
            </td>
            <td className="date" data-label={t('unions.termEnd')}>
              {union.termEnd || '–'}
            </td>
            <td className="number" data-label={t('unions.daysLeft')}>
              {union.termEnd === '' ? '–' : daysUntil(union.termEnd, from)}
            </td>
            <td data-label={t('unions.election')}>
              {union.electionId === '' ? (
                <span className="quiet">{t('unions.notRequested')}</span>
              ) : (
                label('electionState', union.electionState)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
