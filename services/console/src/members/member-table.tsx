import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Member } from '../shapes.ts';
import { useLabels, useMemberCodes } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';
import type { Column } from './columns.ts';
import { MemberState } from './member-state.tsx';
import { useColumnName } from './use-column-name.ts';

interface Props {
  label: string;
  columns: readonly Column[];
  members: readonly Member[];
  /** What can be done with a row, where something can. */
  actions?: ((member: Member) => ReactNode) | undefined;
}

export function MemberTable({ label, columns, members, actions }: Props): ReactElement {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  return (
    <TableFrame label={label} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('members.name')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {nameOf(column)}
            </th>
          ))}
          {actions && <th scope="col">{t('members.toDo')}</th>}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.memberId}>
            <th scope="row" className="short">
              <Link className="pick" to={`/members/${member.memberId}`}>
                {member.name || member.nameMasked}
              </Link>
            </th>
            {columns.map((column) => (
              <Cell key={column} column={column} member={member} />
            ))}
            {actions && <td>{actions(member)}</td>}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Cell({ column, member }: { column: Column; member: Member }): ReactElement {
  const nameOf = useColumnName();
  const label = useLabels();
  const codesOf = useMemberCodes();
  switch (column) {
    case 'state':
      return (
        <td>
          <MemberState state={member.state} />
        </td>
      );
    case 'union':
      return <td>{member.unionName}</td>;
    case 'codes':
      return <td className="quiet short">{codesOf(member.codes).slice(0, 2).join(' · ')}</td>;
    case 'channel':
      return <td data-label={nameOf(column)}>{label('channel', member.joinChannel)}</td>;
    case 'joinedOn':
    case 'appliedOn':
      return (
        <td className="date" data-label={nameOf(column)}>
          {member[column] || '–'}
        </td>
      );
    case 'memberNo':
    case 'idNumber':
    case 'phone':
      return (
        <td data-label={nameOf(column)}>
          <code>{codeOf(column, member) || '–'}</code>
        </td>
      );
  }
}

function codeOf(column: 'memberNo' | 'idNumber' | 'phone', member: Member): string {
  if (column === 'memberNo') return member.memberNo;
  return column === 'phone' ? member.phoneMasked : member.idNumberMasked;
}
