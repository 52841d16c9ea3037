// The tree of unions, fetched a branch at a time; its items lie flat and carry their level.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { Loaded } from '../ui/page.tsx';
import { TreeNode } from './tree-node.tsx';
import type { TreeState } from './tree-node.tsx';

interface Props {
  rootId: string;
  asOf: string;
  chosen: string;
  onChoose: (id: string) => void;
}

export function UnionTree({ rootId, asOf, chosen, onChoose }: Props): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set([rootId]));
  const [focused, setFocused] = useState(rootId);
  const root = useQuery(queries.union(rootId, asOf));

  const toggle = (id: string, wanted: boolean): void => {
    setOpen((now) => {
      const next = new Set(now);
      if (wanted) next.add(id);
      else next.delete(id);
      return next;
    });
  };
  const state: TreeState = { asOf, chosen, open, focused, toggle, onChoose, onFocus: setFocused };
  return (
    <Loaded query={root} lines={10}>
      {(union) => (
        <div
          className="tree"
          role="tree"
          aria-label={t('unions.view.tree')}
          onKeyDown={(event) => onKey(event, toggle)}
        >
          <TreeNode union={union} level={1} state={state} />
        </div>
      )}
    </Loaded>
  );
}

/** Branches are separate components; the document knows best what is visible, in order. */
function onKey(
  event: KeyboardEvent<HTMLElement>,
  toggle: (id: string, open: boolean) => void,
): void {
  // A note that something is being fetched goes away under whoever stands on it.
  const reachable = '[role="treeitem"]:not([aria-disabled])';
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(reachable)];
  const at = items.findIndex((one) => one === document.activeElement);
  const item = items[at];
  if (!item) return;
  const id = item.dataset['id'] ?? '';
  const expanded = item.getAttribute('aria-expanded');

  const action = {
    ArrowDown: () => items[at + 1]?.focus(),
    ArrowUp: () => items[at - 1]?.focus(),
    Home: () => items[0]?.focus(),
    End: () => items.at(-1)?.focus(),
    ArrowRight: () => {
      if (expanded === 'true') items[at + 1]?.focus();
      else if (expanded === 'false') toggle(id, true);
    },
    ArrowLeft: () => {
      if (expanded === 'true') toggle(id, false);
      else
        items
          .slice(0, at)
          .findLast((one) => levelOf(one) < levelOf(item))
          ?.focus();
    },
    Enter: () => item.click(),
    ' ': () => item.click(),
  }[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function levelOf(item: HTMLElement): number {
  return Number(item.getAttribute('aria-level'));
}
