import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useUrl } from '../url.ts';
import { MoreButton } from './more-button.tsx';
import { Empty, Loaded } from './page.tsx';
import { RecordTable, type RecordTableProps } from './record-table.tsx';
import { SidePanel } from './side-panel.tsx';

interface Props<T> extends Omit<RecordTableProps<T>, 'items' | 'onOpen'> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  /** Those that stand before all others, wherever else they come. */
  first?: readonly T[];
  empty: readonly [title: string, next: string];
  /** What a panel beside the list says of one; which one stands in the address. */
  panel?: (record: T) => ReactNode;
}

/** Records that were kept one after another: more on demand, one at a time opened. */
export function RecordList<T>(props: Props<T>): ReactElement {
  const { query, first = [], empty, panel, ...table } = props;
  const { idOf, name } = table;
  const [read, patch] = useUrl();
  const open = panel && ((id: string) => patch({ open: id }));
  return (
    <>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => {
          const leads = new Set(first.map(idOf));
          const rest = pages.flatMap((page) => page.items).filter((one) => !leads.has(idOf(one)));
          const items = [...first, ...rest];
          const opened = items.find((record) => idOf(record) === read('open'));
          return (
            <>
              {items.length === 0 ? (
                <Empty title={empty[0]}>{empty[1]}</Empty>
              ) : (
                <RecordTable {...table} items={items} onOpen={open} />
              )}
              {panel && (
                <SidePanel
                  open={opened !== undefined}
                  title={opened === undefined ? '' : name.of(opened)}
                  onClose={() => patch({ open: '' })}
                >
                  {opened !== undefined && panel(opened)}
                </SidePanel>
              )}
            </>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}
