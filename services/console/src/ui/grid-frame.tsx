import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';

interface Props {
  label: string;
  className?: string;
  children: ReactNode;
}

const controls = 'button, a';

/**
 * A table with a control in nearly every cell, but one tab stop: arrows move from cell to cell, as
 * in any sheet. What is inside gives its controls no tab stop of their own.
 */
export function GridFrame({ label, className = '', children }: Props): ReactElement {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    // After every drawing: the cell that was the stop may be gone.
    const inside = [...(table.current?.querySelectorAll<HTMLElement>(controls) ?? [])];
    const stop = inside.find(({ tabIndex }) => tabIndex === 0) ?? inside[0];
    if (stop) stop.tabIndex = 0;
  });
  return (
    <div className="table-frame" role="region" aria-label={label}>
      <table
        ref={table}
        role="grid"
        aria-label={label}
        className={`table ${className}`}
        onKeyDown={onKey}
        onFocus={({ currentTarget, target }) => {
          if (!target.matches(controls)) return;
          for (const one of currentTarget.querySelectorAll<HTMLElement>('[tabindex="0"]')) {
            one.tabIndex = -1;
          }
          target.tabIndex = 0;
        }}
      >
        {children}
      </table>
    </div>
  );
}

function onKey(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = (event.target as HTMLElement).closest('td, th');
  if (!(cell instanceof HTMLTableCellElement) || event.altKey || event.metaKey) return;
  const rows = [...event.currentTarget.rows];
  const at = rows.findIndex((row) => row === cell.parentElement);
  const line = (row: number): HTMLElement[] => [
    ...(rows[row]?.querySelectorAll<HTMLElement>(controls) ?? []),
  ];
  const here = line(at);
  const place = here.findIndex((one) => cell.contains(one));
  const column = (ways: readonly HTMLTableRowElement[]): HTMLElement | undefined =>
    ways
      .map((row) => row.cells[cell.cellIndex]?.querySelector<HTMLElement>(controls))
      .find((one) => one != null) ?? undefined;
  const next = {
    ArrowRight: () => here[place + 1],
    ArrowLeft: () => here[place - 1],
    ArrowDown: () => column(rows.slice(at + 1)),
    ArrowUp: () => column(rows.slice(0, at).toReversed()),
    Home: () => (event.ctrlKey ? line(rows.findIndex((_, row) => line(row).length > 0)) : here)[0],
    End: () => (event.ctrlKey ? line(rows.length - 1) : here).at(-1),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  next()?.focus();
}
