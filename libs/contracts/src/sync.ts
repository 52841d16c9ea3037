import { fact } from './fact.ts';
import {
  CellChanged,
  LetterArrived,
  PeriodClosed,
  PeriodRestated,
} from './gen/gonglian/sync/v1/events.ts';

// One line a fact: what it is called, its codec, the entity it is about.
export const cellChanged = fact('sync', 'cell.changed', CellChanged, (f) => f.unionId);
export const periodClosed = fact('sync', 'period.closed', PeriodClosed, (f) => f.period);
export const periodRestated = fact('sync', 'period.restated', PeriodRestated, (f) => f.period);
export const letterArrived = fact('sync', 'letter.arrived', LetterArrived, (f) => f.letterId);
