import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { DueChip } from './due-chip.tsx';

interface Props {
  search: string;
  asOf: string;
  chosen: string;
  onChoose: (id: string) => void;
  onClear: () => void;
}

export function SearchResults({ search, asOf, chosen, onChoose, onClear }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useInfiniteQuery(queries.unions({ search, asOf, limit: 50 }));
  const found = query.data?.pages.flatMap((page) => page.items) ?? [];
  const clear = (
    <button type="button" className="button" onClick={onClear}>
      {t('unions.backToTree')}
    </button>
  );
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }} lines={8}>
      {() =>
        found.length === 0 ? (
          <Empty title={t('unions.notFound', { search })}>
            <p>{t('unions.notFoundNext')}</p>
            {clear}
          </Empty>
        ) : (
          <>
            <div className="found-head">
              <span role="status">
                {t('unions.found', {
                  search,
                  hits: found.length,
                  more: query.hasNextPage ? '+' : '',
                })}
              </span>
              {clear}
            </div>
            <ul className="found">
              {found.map((union) => (
                <li key={union.unionId}>
                  <button
                    type="button"
                    aria-pressed={union.unionId === chosen}
                    onClick={() => onChoose(union.unionId)}
                  >
                    <span className="found-name">{union.name}</span>
                    <span className="quiet">
                      {label('level', union.level)} · {union.parentName}
                    </span>
                    <DueChip state={union.dueState} onlyUrgent />
                  </button>
                </li>
              ))}
            </ul>
            <MoreButton query={query} />
          </>
        )
      }
    </Loaded>
  );
}
