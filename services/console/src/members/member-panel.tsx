import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import type { Member, MembershipSpell } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels, useMemberCodes } from '../ui/labels.ts';
import { Loaded } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { MemberState } from './member-state.tsx';

interface Props {
  id: string;
  onClose: () => void;
}

export function MemberPanel({ id, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useQuery({ ...queries.member(id), enabled: id !== '' });
  return (
    <SidePanel open={id !== ''} title={t('members.record')} onClose={onClose}>
      <Loaded query={query} lines={10}>
        {(member) => <Record member={member} />}
      </Loaded>
    </SidePanel>
  );
}

function Record({ member }: { member: Member }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const codesOf = useMemberCodes();
  return (
    <div className="detail">
      <p className="detail-name">
        {member.nameMasked} <MemberState state={member.state} />
      </p>
      <Facts
        of={[
          [t('members.memberNo'), member.memberNo && <code>{member.memberNo}</code>],
          [
            t('unions.union'),
            <Link key="union" to={`/unions?id=${member.unionId}`}>
              {member.unionName}
            </Link>,
          ],
          [t('members.joinedOn'), member.joinedOn],
          [t('members.channel'), label('channel', member.joinChannel)],
          [t('members.idNumber'), <code key="id">{member.idNumberMasked}</code>],
          [t('members.phone'), <code key="phone">{member.phoneMasked}</code>],
          [t('members.codes'), codesOf(member.codes).join(' · ')],
          [t('unions.recordVersion'), member.version],
        ]}
      />
      <h3>{t('members.spells')}</h3>
      {(member.spells ?? []).length === 0 ? (
        <p className="note">{t('members.noSpells')}</p>
      ) : (
        <ol className="timeline">
          {member.spells.map((spell) => (
            <Spell key={`${spell.unionId} ${spell.startedOn}`} spell={spell} />
          ))}
        </ol>
      )}
      <p className="note">{t('members.spellsNote')}</p>
    </div>
  );
}

function Spell({ spell }: { spell: MembershipSpell }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <li>
      <span className="date">
        {spell.startedOn} – {spell.endedOn || t('members.now')}
      </span>
      <strong>{spell.unionName}</strong>
      <span className="quiet">
        {label('spell', spell.startKind)}
        {spell.endKind !== '' && ` → ${label('spell', spell.endKind)}`}
      </span>
    </li>
  );
}
