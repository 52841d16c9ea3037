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

/** Whose term ends soon or has ended, the most urgent first. */
export function DueView({ asOf, chosen, onChoose }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const state = dueStates.find((one) => one === read('due')) ?? '';
  const query = useInfiniteQuery(queries.due(state, asOf));
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
                <Figure value={dueStates.reduce((all, one) => all + (counts[one] ?? 0), 0)} />
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
              {union.termEnd}
            </td>
            <td className="number" data-label={t('unions.daysLeft')}>
              {daysUntil(union.termEnd, from)}
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
