import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { Union } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
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
  const label = useLabels();
  const { unionId } = union;
  const branch = union.childCount > 0;
  const open = branch && state.open.has(unionId);
  return (
    <li
      role="treeitem"
      className="tree-item"
      data-id={unionId}
      aria-level={level}
      aria-selected={unionId === state.chosen}
      aria-expanded={branch ? open : undefined}
      aria-label={`${union.name} ${label('level', union.level)}`}
      tabIndex={unionId === state.focused ? 0 : -1}
      onFocus={(event) => {
        event.stopPropagation();
        state.onFocus(unionId);
      }}
    >
      <div
        className={unionId === state.chosen ? 'tree-row chosen' : 'tree-row'}
        style={{ paddingInlineStart: `${(level - 1) * 1.1 + 0.25}rem` }}
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
    </li>
  );
}

function Branch({ parentId, level, state }: Omit<Props, 'union'> & { parentId: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(queries.unions({ parentId, asOf: state.asOf }));
  if (query.error) {
    return <ProblemPanel problem={query.error} retry={() => void query.refetch()} />;
  }
  if (!query.data) {
    return (
      <div className="tree-waiting" role="status">
        {t('state.loading')}
      </div>
    );
  }
  return (
    <>
      <ul role="group">
        {query.data.pages
          .flatMap((page) => page.items)
          .map((union) => (
            <TreeNode key={union.unionId} union={union} level={level} state={state} />
          ))}
      </ul>
      <MoreButton query={query} />
    </>
  );
}
