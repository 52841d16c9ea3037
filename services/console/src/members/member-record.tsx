import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { receiptNumber } from '../join/application.ts';
import type { Member } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels, useMemberCodes } from '../ui/labels.ts';
import { RevealDialog } from './reveal-dialog.tsx';
import { useRevealed } from './revealed.ts';
import type { RevealField } from './revealed.ts';

/** The record as it stands, with what is masked shown on request. */
export function MemberRecord({ member }: { member: Member }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const codesOf = useMemberCodes();
  const [shown, show] = useRevealed();
  const [asked, setAsked] = useState<RevealField>();
  const masked = (field: RevealField, mask: string) => (
    <Masked
      field={field}
      mask={mask}
      whole={shown && wholeOf(shown.values, field)}
      ask={setAsked}
    />
  );
  return (
    <div className="member-record">
      {shown && (
        <p className="revealed">
          <Icon name="clock" />
          <span>
            {t('reveal.hidesIn', { seconds: shown.secondsLeft })}
            {' · '}
            {t('reveal.leftToday', { count: shown.values.leftToday })}
          </span>
          <button type="button" className="button" onClick={() => show(undefined)}>
            {t('reveal.hide')}
          </button>
        </p>
      )}
      <p className="hidden" role="status">
        {shown && t('reveal.shown')}
      </p>
      <Facts
        of={[
          [t('members.name'), member.name || masked('name', member.nameMasked)],
          [t('members.idNumber'), masked('id_number', member.idNumberMasked)],
          [t('members.birthDate'), masked('birth_date', t('members.birthHidden'))],
          [t('members.phone'), masked('phone', member.phoneMasked)],
          [
            t('unions.union'),
            <Link key="union" to={`/unions?id=${member.unionId}`}>
              {member.unionName}
            </Link>,
          ],
          [t('members.memberNo'), member.memberNo && <code>{member.memberNo}</code>],
          [t('members.joinedOn'), member.joinedOn],
          [t('members.appliedOn'), member.appliedOn],
          [t('members.receipt'), member.state === 'APPLIED' ? receiptNumber(member.memberId) : ''],
          [t('members.channel'), label('channel', member.joinChannel)],
          [t('members.codes'), codesOf(member.codes).join(' · ')],
          [t('unions.recordVersion'), member.version],
        ]}
      />
      {asked && (
        <RevealDialog
          member={member}
          first={asked}
          onClose={() => setAsked(undefined)}
          onShown={(values) => {
            setAsked(undefined);
            show(values);
          }}
        />
      )}
    </div>
  );
}

interface MaskedProps {
  field: RevealField;
  mask: string;
  /** Undefined while nothing is shown whole; empty where this field was not asked for. */
  whole: string | undefined;
  ask: (field: RevealField) => void;
}

function Masked({ field, mask, whole = '', ask }: MaskedProps): ReactElement {
  const { t } = useTranslation();
  if (whole !== '') return <code className="whole">{whole}</code>;
  if (mask === '') return <>–</>;
  return (
    <span className="masked">
      <code>{mask}</code>
      <button type="button" className="pick" onClick={() => ask(field)}>
        {t('reveal.show')}
        <span className="hidden"> {t(`reveal.field.${field}`)}</span>
      </button>
    </span>
  );
}

const places = {
  name: 'name',
  id_number: 'idNumber',
  phone: 'phone',
  birth_date: 'birthDate',
} as const;

function wholeOf(values: Record<(typeof places)[RevealField], string>, field: RevealField): string {
  return values[places[field]];
}
