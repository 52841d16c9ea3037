// How a nomination and what came of it are named in lists and headings.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HonourGrant, Nomination } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';

/** From the draft to the certificate; the others end it before. */
export const WAY = [
  'DRAFT',
  'RECOMMENDED',
  'PUBLISHED_IN_UNIT',
  'SUBMITTED',
  'FIRST_REVIEWED',
  'PUBLISHED_IN_REGION',
  'FINALLY_REVIEWED',
  'PUBLISHED_AT_DECISION',
  'DECIDED',
  'AWARDED',
] as const;
export const STATES = [
  ...WAY,
  'REVIEWED',
  'ARRIVED',
  'RETURNED',
  'REVOKED',
  'WITHDRAWN',
  'VETOED',
  'REJECTED',
] as const;

const TONES: Readonly<Record<string, Tone>> = {
  AWARDED: 'good',
  DECIDED: 'good',
  PUBLISHED_IN_UNIT: 'strong',
  PUBLISHED_IN_REGION: 'strong',
  PUBLISHED_AT_DECISION: 'strong',
  REVOKED: 'bad',
  VETOED: 'bad',
  REJECTED: 'bad',
};

/** The state, and what of it somebody must still answer. */
export function NominationChip({ nomination }: { nomination: Nomination }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { state, openObjections, openConsultations } = nomination;
  return (
    <>
      <Chip tone={TONES[state] ?? 'plain'}>{label('nominationState', state)}</Chip>{' '}
      {openObjections > 0 && (
        <Chip tone="bad" icon="warning">
          {t('nominations.openObjections', { count: openObjections })}
        </Chip>
      )}
      {openConsultations > 0 && (
        <Chip tone="warn" icon="clock">
          {t('nominations.openConsultations', { count: openConsultations })}
        </Chip>
      )}
    </>
  );
}

type Named = Pick<Nomination | HonourGrant, 'holder' | 'personNameMasked' | 'holderName'>;

/** A person's name is masked as in every list. */
export function useNominee(): (one: Named) => string {
  const { t } = useTranslation();
  return ({ holder, personNameMasked, holderName }) =>
    (holder === 'PERSON' ? personNameMasked : holderName) || t('nominations.noName');
}
