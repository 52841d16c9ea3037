import { fact } from './fact.ts';
import {
  UnionEstablished,
  UnionRenamed,
  UnionReparented,
  IndustrialParentChanged,
  UnionClosing,
  UnionDissolved,
  EmployerCovered,
  EmployerUncovered,
  ElectionHeld,
  ElectionFailed,
} from './gen/gonglian/organisation/v1/events.ts';

// One line a fact: what it is called, its codec, the entity it is about.
export const unionEstablished = fact(
  'organisation',
  'union.established',
  UnionEstablished,
  (f) => f.unionId,
);
export const unionRenamed = fact('organisation', 'union.renamed', UnionRenamed, (f) => f.unionId);
export const unionReparented = fact(
  'organisation',
  'union.reparented',
  UnionReparented,
  (f) => f.unionId,
);
export const industrialParentChanged = fact(
  'organisation',
  'union.industrial-parent-changed',
  IndustrialParentChanged,
  (f) => f.unionId,
);
export const unionClosing = fact('organisation', 'union.closing', UnionClosing, (f) => f.unionId);
export const unionDissolved = fact(
  'organisation',
  'union.dissolved',
  UnionDissolved,
  (f) => f.unionId,
);
export const employerCovered = fact(
  'organisation',
  'employer.covered',
  EmployerCovered,
  (f) => f.unionId,
);
export const employerUncovered = fact(
  'organisation',
  'employer.uncovered',
  EmployerUncovered,
  (f) => f.unionId,
);
export const electionHeld = fact('organisation', 'election.held', ElectionHeld, (f) => f.unionId);
export const electionFailed = fact(
  'organisation',
  'election.failed',
  ElectionFailed,
  (f) => f.unionId,
);
