import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { Union } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { DueChip } from './due-chip.tsx';

export interface TreeState {
  asOf: string;
  chosen: string;
  open: ReadonlySet<string>;
  focused: string;
  toggle: (id: string, open: boolean) => void;
  onChoose: (id: string) => void;
  onFocus: (id: string) => void;
}

interface Props {
  union: Union;
  level: number;
  state: TreeState;
}

export function TreeNode({ union, level, state }: Props): ReactElement {
  const { t } = useTranslation();
  const { unionId } = union;
  const branch = union.childCount > 0;
  const open = branch && state.open.has(unionId);
  const chosen = unionId === state.chosen;
  return (
    <>
      <div
        role="treeitem"
        className={chosen ? 'tree-row chosen' : 'tree-row'}
        style={indent(level)}
        data-id={unionId}
        aria-level={level}
        aria-selected={chosen}
        aria-expanded={branch ? open : undefined}
        tabIndex={unionId === state.focused ? 0 : -1}
        onFocus={() => state.onFocus(unionId)}
        onClick={() => state.onChoose(unionId)}
      >
        <span
          className={open ? 'tree-mark tree-open' : 'tree-mark'}
          onClick={(event) => {
            if (!branch) return;
            event.stopPropagation();
            state.toggle(unionId, !open);
          }}
        >
          {branch && <Icon name="arrow" />}
        </span>
        <span className="tree-name">{union.name}</span>
        <DueChip state={union.dueState} onlyUrgent />
        {branch && (
          <span className="tree-count" title={t('unions.childCount')}>
            {union.childCount}
          </span>
        )}
      </div>
      {open && <Branch parentId={unionId} level={level + 1} state={state} />}
    </>
  );
}

function Branch({ parentId, level, state }: Omit<Props, 'union'> & { parentId: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(queries.unions({ parentId, asOf: state.asOf }));
  const note = (words: string, act?: () => void): ReactElement => (
    <div
      role="treeitem"
      className="tree-row tree-note"
      style={indent(level)}
      aria-level={level}
      aria-selected={false}
      aria-disabled={act ? undefined : true}
      tabIndex={-1}
      onClick={act}
    >
      <span className="tree-mark" />
      {words}
    </div>
  );

  if (query.error) {
    return note(`${t('problem.unknown')} – ${t('action.retry')}`, () => void query.refetch());
  }
  if (!query.data) return note(t('state.loading'));
  return (
    <>
      {query.data.pages
        .flatMap((page) => page.items)
        .toSorted(higherFirst)
        .map((union) => (
          <TreeNode key={union.unionId} union={union} level={level} state={state} />
        ))}
      {query.hasNextPage &&
        note(query.isFetchingNextPage ? t('state.loading') : t('action.more'), () => {
          void query.fetchNextPage();
        })}
    </>
  );
}

const belowTownship = ['GRASSROOTS', 'BRANCH', 'GROUP'];

/** What leads further down is not to be searched for among the unions of single employers. */
function higherFirst(a: Union, b: Union): number {
  return belowTownship.indexOf(a.level) - belowTownship.indexOf(b.level);
}

function indent(level: number): { paddingInlineStart: string } {
  return { paddingInlineStart: `${(level - 1) * 1.1 + 0.25}rem` };
}
