import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../shapes.ts';
import { useMemberCodes } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';
import { MemberState } from './member-state.tsx';

interface Props {
  label: string;
  members: readonly Member[];
  onOpen: (id: string) => void;
}

export function MemberTable({ label, members, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const codesOf = useMemberCodes();
  return (
    <TableFrame label={label} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('members.name')}</th>
          <th scope="col">{t('members.state')}</th>
          <th scope="col">{t('members.memberNo')}</th>
          <th scope="col">{t('unions.union')}</th>
          <th scope="col">{t('members.joinedOn')}</th>
          <th scope="col">{t('members.idNumber')}</th>
          <th scope="col">{t('members.phone')}</th>
          <th scope="col">{t('members.codes')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.memberId}>
            <th scope="row" className="short">
              <button type="button" className="pick" onClick={() => onOpen(member.memberId)}>
                {member.nameMasked}
              </button>
            </th>
            <td>
              <MemberState state={member.state} />
            </td>
            <td data-label={t('members.memberNo')}>
              <code>{member.memberNo || '–'}</code>
            </td>
            <td>{member.unionName}</td>
            <td className="date" data-label={t('members.joinedOn')}>
              {member.joinedOn || '–'}
            </td>
            <td data-label={t('members.idNumber')}>
              <code>{member.idNumberMasked}</code>
            </td>
            <td data-label={t('members.phone')}>
              <code>{member.phoneMasked}</code>
            </td>
            <td className="quiet short">{codesOf(member.codes).slice(0, 2).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
