import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyRecord } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels, useMemberCodes } from '../ui/labels.ts';

export function MyFacts({ record }: { record: MyRecord }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const codesOf = useMemberCodes();
  return (
    <Facts
      of={[
        [t('members.name'), record.name],
        [t('my.idType'), label('idType', record.idType)],
        [t('members.idNumber'), <code key="id">{record.idNumber}</code>],
        [t('members.birthDate'), record.birthDate],
        [t('members.phone'), <code key="phone">{record.phone}</code>],
        [t('unions.union'), record.unionName],
        [t('members.joinedOn'), record.joinedOn],
        [t('members.channel'), label('channel', record.joinChannel)],
        [t('members.codes'), codesOf(record.codes).join(' · ')],
      ]}
    />
  );
}
