// What may become of a case of legal aid (domain §3.6): every step, from which states and to which.
import { refused } from '@gonglian/kernel/refusal.ts';

export const LEGAL_AID_STATES = [
  'APPLIED',
  'MATERIALS',
  'GRANTED',
  'REFUSED',
  'REFUSED_FINALLY',
  'LAWYER_ASSIGNED',
  'IN_PROGRESS',
  'CLOSED',
  'EVALUATED',
] as const;
export type LegalAidState = (typeof LEGAL_AID_STATES)[number];

const STEPS = {
  /** All papers are there; until then the days of the first look do not begin. */
  COMPLETE: { from: ['APPLIED'], to: 'MATERIALS' },
  GRANT: { from: ['MATERIALS', 'REFUSED'], to: 'GRANTED' },
  REFUSE: { from: ['MATERIALS'], to: 'REFUSED' },
  REFUSE_AGAIN: { from: ['REFUSED'], to: 'REFUSED_FINALLY' },
  ASSIGN: { from: ['GRANTED', 'LAWYER_ASSIGNED'], to: 'LAWYER_ASSIGNED' },
  START: { from: ['LAWYER_ASSIGNED'], to: 'IN_PROGRESS' },
  CLOSE: { from: ['IN_PROGRESS'], to: 'CLOSED' },
  EVALUATE: { from: ['CLOSED'], to: 'EVALUATED' },
} as const satisfies Record<string, { from: readonly LegalAidState[]; to: LegalAidState }>;
export type LegalAidStep = keyof typeof STEPS;

/** The state after a step; refused LEGAL_AID_STATE_WRONG where another comes first. */
export function decideLegalAidStep(state: LegalAidState, step: LegalAidStep): LegalAidState {
  const { from, to }: { from: readonly LegalAidState[]; to: LegalAidState } = STEPS[step];
  if (!from.includes(state)) throw refused('LEGAL_AID_STATE_WRONG', { state });
  return to;
}

/** Of the first look and of the second: LEGAL_AID_OWN_REVIEW where the same account looks twice. */
export function decideReviewStep(
  { state, reviewedBy }: { state: LegalAidState; reviewedBy: string },
  { granted, account }: { granted: boolean; account: string },
): LegalAidStep {
  if (state === 'REFUSED' && reviewedBy === account) throw refused('LEGAL_AID_OWN_REVIEW');
  if (granted) return 'GRANT';
  return state === 'REFUSED' ? 'REFUSE_AGAIN' : 'REFUSE';
}

interface Lawyer {
  professionalId: string;
  firmName: string;
  clientUsccs: readonly string[];
}

/**
 * In the order of refusals: the lawyer says himself that nothing ties him to the other side (LAWYER_NOT_DECLARED), and
 * neither he nor anybody of his firm works for it (LAWYER_CONFLICT).
 */
export function decideLawyer(
  lawyer: Lawyer,
  {
    employerUscc,
    colleagues,
    declared,
  }: {
    employerUscc: string;
    /** All on a roster here. */
    colleagues: readonly Lawyer[];
    declared: boolean;
  },
): void {
  if (!declared) throw refused('LAWYER_NOT_DECLARED');
  const ofFirm = colleagues.filter(
    ({ firmName }) => firmName !== '' && firmName === lawyer.firmName,
  );
  const tied = [lawyer, ...ofFirm].find(({ clientUsccs }) => clientUsccs.includes(employerUscc));
  if (employerUscc !== '' && tied)
    throw refused('LAWYER_CONFLICT', { professionalId: tied.professionalId });
}
