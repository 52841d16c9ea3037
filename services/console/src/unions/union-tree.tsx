// The tree of unions, fetched a branch at a time; keys as in the ARIA tree pattern.
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
        <ul
          className="tree"
          role="tree"
          aria-label={t('unions.view.tree')}
          onKeyDown={(event) => onKey(event, toggle)}
        >
          <TreeNode union={union} level={1} state={state} />
        </ul>
      )}
    </Loaded>
  );
}

/** The branches are separate components; what is visible, in order, is best known to the document. */
function onKey(
  event: KeyboardEvent<HTMLElement>,
  toggle: (id: string, open: boolean) => void,
): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const here = document.activeElement;
  const at = items.findIndex((item) => item === here);
  const item = items[at];
  if (!item) return;
  const id = item.dataset['id'] ?? '';
  const expanded = item.getAttribute('aria-expanded');

  const move = (to: HTMLElement | null | undefined): void => {
    event.preventDefault();
    to?.focus();
  };
  if (event.key === 'ArrowDown') move(items[at + 1]);
  else if (event.key === 'ArrowUp') move(items[at - 1]);
  else if (event.key === 'Home') move(items[0]);
  else if (event.key === 'End') move(items.at(-1));
  else if (event.key === 'ArrowRight' && expanded === 'true') move(items[at + 1]);
  else if (event.key === 'ArrowRight' && expanded === 'false') toggle(id, true);
  else if (event.key === 'ArrowLeft' && expanded === 'true') toggle(id, false);
  else if (event.key === 'ArrowLeft') {
    move(item.parentElement?.closest<HTMLElement>('[role="treeitem"]'));
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    item.querySelector<HTMLElement>('.tree-row')?.click();
  }
}
