import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { TableFrame } from './table-frame.tsx';

export interface Column<T> {
  label: string;
  number?: boolean;
  of: (record: T) => ReactNode;
}

export interface RecordTableProps<T> {
  label: string;
  items: readonly T[];
  idOf: (record: T) => string;
  /** What a record is called, in the first column; what stands small beside it. */
  name: { label: string; of: (record: T) => string; part?: (record: T) => string };
  columns: readonly Column<T>[];
  /** Where its name leads: to something beside the table, or to a screen of its own. */
  onOpen?: ((id: string) => void) | undefined;
  to?: ((record: T) => string) | undefined;
}

/** A row each; on a phone a card each. */
export function RecordTable<T>(props: RecordTableProps<T>): ReactElement {
  const { label, items, idOf, name, columns } = props;
  const numeric = (number = false) => (number ? 'number' : '');
  return (
    <TableFrame label={label} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{name.label}</th>
          {columns.map((column) => (
            <th key={column.label} scope="col" className={numeric(column.number)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((record) => (
          <tr key={idOf(record)}>
            <th scope="row">
              <Name {...props} record={record} />
            </th>
            {columns.map((column) => (
              <td key={column.label} className={numeric(column.number)} data-label={column.label}>
                {column.of(record)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Name<T>(props: RecordTableProps<T> & { record: T }): ReactElement {
  const { record, idOf, name, onOpen, to } = props;
  const words = name.of(record);
  const part = name.part?.(record) ?? '';
  return (
    <>
      {to && <Link to={to(record)}>{words}</Link>}
      {onOpen && (
        <button type="button" className="traced opens" onClick={() => onOpen(idOf(record))}>
          {words}
        </button>
      )}
      {!to && !onOpen && words}
      {part !== '' && <span className="account-part"> {part}</span>}
    </>
  );
}
