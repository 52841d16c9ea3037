// Whom a permission may be given to, and the sets of them that several services name alike.

/** What a person may be given, over a union and all below it. */
export const DUTIES = [
  'clerk',
  'chair',
  'supervisor',
  'finance',
  'auditor',
  'admin',
  'member',
] as const;
export type Duty = (typeof DUTIES)[number];

/** What a program or a person without an account speaks as. `applicant` holds a join link and nothing else. */
export type InnerDuty = 'applicant' | 'gateway' | 'service';

/** What one service lets whom do. */
export interface ServicePermissions {
  /** By permission: `<service>.<thing>.<verb>`. */
  holders: Readonly<Record<string, readonly (Duty | InnerDuty)[]>>;
  /** Of these, what concerns the node as a whole, and so needs a duty over all of it. */
  wholeNode: readonly string[];
}

export const staff = ['clerk', 'chair', 'supervisor', 'finance', 'auditor', 'admin'] as const;
export const people = [...staff, 'member'] as const;
export const desk = ['clerk', 'chair'] as const;
export const books = ['clerk', 'chair', 'supervisor', 'finance', 'auditor'] as const;
/** Who is shown payees, masked; who supervises sees totals. */
export const payments = ['clerk', 'chair', 'finance', 'auditor'] as const;
export const registers = ['clerk', 'chair', 'auditor'] as const;
