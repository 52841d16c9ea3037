import type { ReactElement } from 'react';
import type { Words } from '../i18n/setup.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';

/** Red is what should not be so; yellow waits for somebody; green is done. */
const tones: Readonly<Record<string, Tone>> = {
  SUBMITTED: 'warn',
  FORWARDED: 'warn',
  APPLIED: 'warn',
  POSTED: 'warn',
  REVIEW: 'warn',
  OPEN: 'warn',
  DECLARED: 'warn',
  ADOPTED: 'strong',
  FIXED: 'strong',
  TAKEN: 'strong',
  BENEFIT_RECORDED: 'strong',
  EVALUATED: 'strong',
  REWARDED: 'good',
  AWARDED: 'good',
  NAMED: 'good',
  YEARLY_REPORT: 'good',
  CONTINUED: 'good',
  HONOURED: 'good',
  DELIVERED: 'good',
  FINISHED: 'good',
  ASSESSED: 'good',
  ACCEPTED: 'good',
  DONE: 'good',
  STANDING: 'good',
  RUNNING: 'strong',
  PAIRED: 'strong',
  RETURNED: 'bad',
  WAITING: 'warn',
  REQUESTED: 'warn',
  PAID: 'good',
  FAILED: 'bad',
  WARNED: 'bad',
  REMOVED: 'bad',
  CHECKED: 'warn',
  REVIEWED: 'warn',
  APPROVED: 'good',
  PROPOSED: 'warn',
  SUSPENDED: 'warn',
  RECTIFY: 'bad',
  'venueState.OPEN': 'good',
  'venueState.APPROVED': 'strong',
  'venueState.BUILDING': 'strong',
  QUOTA_ISSUED: 'warn',
  NOMINATED: 'warn',
  'batchState.APPROVED': 'strong',
  GROUPED: 'strong',
  TRAVELLED: 'strong',
  SETTLED: 'strong',
  REPORTED: 'good',
  REGISTERING: 'strong',
  HELD: 'good',
  PLANNED: 'warn',
  CHOSEN: 'strong',
  'vacancyState.OPEN': 'good',
  AGREED: 'good',
  PERFORMED: 'good',
  UNPERFORMED: 'bad',
  GRANTED: 'good',
  LAWYER_ASSIGNED: 'strong',
  IN_PROGRESS: 'strong',
  MEDIATING: 'strong',
  'mediationState.ACCEPTED': 'strong',
  'legalAidState.MATERIALS': 'warn',
  'legalAidState.CLOSED': 'good',
  'legalAidState.EVALUATED': 'good',
  'orderState.RECEIVED': 'warn',
  'orderState.CLASSIFIED': 'warn',
  'orderState.DISPATCHED': 'warn',
  'orderState.ACCEPTED': 'strong',
  'orderState.HANDLING': 'strong',
  'orderState.REPLIED': 'strong',
  'orderState.LEVEL_REVIEW': 'strong',
  'orderState.CALLBACK': 'warn',
  'orderState.REOPENED': 'bad',
  'orderState.CLOSED': 'good',
  'orderState.ARCHIVED': 'good',
  // A no is an answer; money that does not move has to be looked at.
  'payoutState.REFUSED': 'bad',
  'payoutState.REJECTED': 'bad',
};

interface Props {
  /** The table of words. */
  words: keyof Words;
  state: string;
}

export function RecordState({ words, state }: Props): ReactElement {
  const label = useLabels();
  return (
    <Chip tone={tones[`${words}.${state}`] ?? tones[state] ?? 'plain'}>{label(words, state)}</Chip>
  );
}
