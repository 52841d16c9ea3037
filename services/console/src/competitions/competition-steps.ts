// The way of a competition, by who holds it; the node's own table is the rule (services/competitions/src/competition/state.ts).
import type { Competition } from '../shapes.ts';
import type { Tone } from '../ui/chips.tsx';

export const way = {
  HELD: [
    'DRAFT',
    'FILED',
    'APPROVED',
    'ANNOUNCED',
    'ENROLLING',
    'QUALIFYING',
    'FINAL',
    'SCORING_LOCKED',
    'APPEAL_WINDOW',
    'RESULT_PUBLISHED',
    'AWARDS_ISSUED',
    'ARCHIVED',
  ],
  JOINED: ['DRAFT', 'FILED', 'APPROVED', 'ENROLLING', 'RESULT_PUBLISHED', 'ARCHIVED'],
} as const;

export const states = way.HELD;

const held = (origin: string) => (origin === 'JOINED' ? way.JOINED : way.HELD);
export const wayOf = ({ origin }: Pick<Competition, 'origin'>): readonly string[] => held(origin);

type Standing = Pick<Competition, 'origin' | 'state' | 'appealUntil'>;

/** The one state that may follow by a step of the organiser's own; '' where none does, or not yet. */
export function nextOf({ origin, state, appealUntil }: Standing, now: Date): string {
  const steps = wayOf({ origin });
  const at = steps.indexOf(state);
  // Filing and its decision have dialogs of their own.
  if (at < steps.indexOf('APPROVED')) return '';
  // A result that may still change is none.
  if (state === 'APPEAL_WINDOW' && now < new Date(appealUntil)) return '';
  return steps[at + 1] ?? '';
}

export const isPast = (state: string, than: string) =>
  way.HELD.findIndex((one) => one === state) >= way.HELD.findIndex((one) => one === than);

export const tones: Readonly<Record<string, Tone>> = {
  DRAFT: 'warn',
  FILED: 'warn',
  ENROLLING: 'strong',
  QUALIFYING: 'strong',
  FINAL: 'strong',
  APPEAL_WINDOW: 'warn',
  RESULT_PUBLISHED: 'good',
  AWARDS_ISSUED: 'good',
  ARCHIVED: 'plain',
};
