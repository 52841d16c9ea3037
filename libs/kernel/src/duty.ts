// Who may do what, and see what: the one policy that every command and query asks, by name. Default deny.
// Duties are separated as domain §5.12 and security T19 say: who administers a node reads no member
// (and is told only whose account it is, by a whole number), who audits changes nothing.

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

/** How far a duty reaches: the own record, the scope's union with all below it, or the whole node. */
export type Reach = 'none' | 'self' | 'scope' | 'all';

const staff = ['clerk', 'chair', 'supervisor', 'finance', 'auditor', 'admin'] as const;
const people = [...staff, 'member'] as const;
const desk = ['clerk', 'chair'] as const;
const books = ['clerk', 'chair', 'supervisor', 'finance', 'auditor'] as const;
/** Who is shown payees, masked; who supervises sees totals. */
const payments = ['clerk', 'chair', 'finance', 'auditor'] as const;
const registers = ['clerk', 'chair', 'auditor'] as const;

/** By permission: `<service>.<thing>.<verb>`. A permission that is not here is nobody's. */
const PERMISSIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly (Duty | InnerDuty)[]>({
    'organisation.union.read': staff,
    'organisation.due.read': staff,
    'organisation.establishment.read': staff,
    'organisation.election.read': staff,
    'organisation.region.read': [...people, 'applicant'],
    'organisation.task.read': staff,
    'organisation.establishment.apply': desk,
    'organisation.establishment.reply': desk,
    'organisation.establishment.found': desk,
    'organisation.establishment.approve': desk,
    'organisation.election.request': desk,
    'organisation.election.reply': desk,
    'organisation.election.propose': desk,
    'organisation.election.review': desk,
    'organisation.election.publish': desk,
    'organisation.election.record': desk,
    'organisation.election.report': desk,
    'organisation.election.approve': desk,
    'organisation.election.postpone': desk,
    'organisation.employer.cover': ['clerk'],
    'organisation.employer.uncover': ['clerk'],
    'organisation.union.enrol': ['clerk'],
    'organisation.union.add-units': desk,
    'organisation.union.register': ['clerk'],
    'organisation.union.rename': ['clerk'],
    'organisation.union.reparent': ['clerk'],
    'organisation.union.set-industrial-parent': ['clerk'],
    'organisation.union.merge': ['clerk'],
    'organisation.union.split': ['clerk'],
    'organisation.union.close': ['clerk'],
    'organisation.union.dissolve': ['clerk'],
    'organisation.recount.read': ['clerk', 'supervisor', 'auditor', 'admin'],
    'organisation.session.open': ['gateway'],
    'organisation.session.read': ['gateway'],
    'organisation.session.end': ['gateway'],
    'organisation.my-session.read': people,
    'organisation.my-session.end': people,
    'organisation.account.read': ['admin'],
    'organisation.duty.read': ['admin', 'auditor'],
    'organisation.duty.grant': ['admin'],
    'organisation.duty.revoke': ['admin'],

    'membership.member.read': registers,
    'membership.member.find': registers,
    'membership.member.identify': ['admin'],
    'membership.member.reveal': registers,
    'membership.member.join': ['clerk'],
    'membership.member.retain': desk,
    'membership.member.reactivate': desk,
    'membership.member.end': desk,
    'membership.member-count.read': staff,
    'membership.application.create': [...desk, 'applicant'],
    'membership.application.approve': desk,
    'membership.application.reject': desk,
    'membership.join-link.create': desk,
    'membership.join-link.read': [...people, 'applicant'],
    'membership.transfer.read': registers,
    'membership.transfer.request': desk,
    'membership.transfer.confirm': desk,
    'membership.transfer.accept': desk,
    'membership.transfer.refuse': desk,
    'membership.transfer.withdraw': desk,
    'membership.correction.read': registers,
    'membership.correction.decide': desk,
    'membership.access-log.read': [...registers, 'admin'],
    'membership.my-record.read': ['member'],
    'membership.my-access.read': ['member'],
    'membership.my-correction.request': ['member'],
    'membership.task.read': staff,
    'membership.import.read': ['clerk', 'auditor'],
    'membership.import.write': ['clerk'],
    'membership.export.read': registers,
    'membership.export.request': ['clerk', 'auditor'],
    'membership.export.approve': ['chair', 'auditor'],
    'membership.recount.read': ['clerk', 'supervisor', 'auditor', 'admin'],

    'finance.ledger.read': books,
    'finance.ledger-verification.read': ['finance', 'auditor', 'supervisor'],
    'finance.audit-package.export': ['auditor', 'chair'],
    'finance.book-export.read': ['finance', 'auditor'],
    'finance.audit-key.read': staff,
    'finance.voucher.post': ['finance'],
    'finance.voucher.reverse': ['finance'],
    'finance.period.close': ['finance'],
    'finance.period.reopen': ['chair'],
    'finance.year.close': ['finance'],

    'finance.profile.set': ['finance'],
    'finance.receipt.read': books,
    'finance.receipt.record': ['finance'],
    'finance.receipt.reverse': ['finance'],
    'finance.dues.record': ['finance'],
    'finance.allowance.read': ['clerk', 'finance', 'auditor', 'service'],
    'finance.fund-report.read': books,
    'finance.collection.read': ['chair', 'supervisor', 'finance', 'auditor'],
    'finance.collection.write': ['finance'],
    'finance.refund.read': books,
    'finance.refund.write': ['finance'],
    'finance.refund.approve': ['finance', 'chair'],
    'finance.refund.pay': ['finance'],
    'finance.grant.read': books,
    'finance.grant.apply': ['clerk', 'finance'],
    'finance.grant.review': ['finance'],
    'finance.grant.approve': ['chair'],
    'finance.grant.pay': ['finance'],
    'finance.grant-rule.set': ['finance'],
    'finance.grant-rule.approve': ['chair'],
    'finance.recount.read': ['clerk', 'supervisor', 'auditor', 'admin'],

    'finance.budget.read': books,
    'finance.budget.set': ['finance'],
    'finance.budget.approve': ['finance', 'chair'],
    'finance.payment.read': [...payments, 'service'],
    'finance.payment.request': ['finance', 'clerk', 'service'],
    'finance.payment.check': ['finance'],
    'finance.payment.approve': ['finance', 'chair'],
    'finance.payment.reject': ['finance', 'chair'],
    'finance.payment.export': ['finance'],
    'finance.payment.settle': ['finance'],
    'finance.payment.reissue': ['finance', 'clerk'],
    'finance.bank.read': payments,
    'finance.bank.set': ['finance'],
    'finance.bank.import': ['finance'],
    'finance.task.read': books,
    'finance.asset.read': payments,
    'finance.asset.register': ['clerk', 'finance'],
    'finance.asset.approve': ['finance', 'chair'],
    'finance.asset.depreciate': ['finance'],
    'finance.project.read': books,
    'finance.project.write': ['clerk', 'finance'],
    'finance.settlement.read': books,
    'finance.settlement.propose': ['finance'],
    'finance.settlement.approve': ['chair', 'finance'],
    'finance.settlement.receive': ['finance'],
    'finance.audit.read': [...payments, 'supervisor'],
    // What auditors look at while they work: the audited side sees what comes of it, with the draft.
    'finance.audit-paper.read': ['auditor'],
    'finance.audit.write': ['auditor'],
    'finance.audit.answer': ['finance', 'chair'],
    'finance.inspection.write': ['auditor'],
    'finance.alert.read': ['finance', 'chair', 'auditor'],
    'finance.checklist.set': ['auditor'],
    'finance.assessment.write': ['auditor'],
    'finance.assessment.review': ['auditor', 'chair'],
    'finance.trace.read': books,
    'finance.evidence.read': payments,
    'finance.neighbour.answer': ['service'],

    'sync.rollup.read': staff,
    'sync.indicator.read': staff,
    'sync.neighbour.ask': ['service'],
    'sync.link.read': ['clerk', 'supervisor', 'auditor', 'admin'],
    'sync.verification.read': ['clerk', 'supervisor', 'auditor', 'admin'],
    'sync.figure.declare': ['clerk', 'admin'],
    'sync.period.close': ['admin'],
    'sync.period.restate': ['admin'],
  }),
);

/** What concerns the node as a whole, and so needs a duty over all of it. */
const WHOLE_NODE: ReadonlySet<string> = new Set([
  'organisation.account.read',
  'organisation.duty.read',
  'organisation.duty.grant',
  'organisation.duty.revoke',
  'membership.member.identify',
  'organisation.recount.read',
  'membership.recount.read',
  'finance.profile.set',
  'finance.receipt.record',
  'finance.receipt.reverse',
  'finance.fund-report.read',
  'finance.collection.read',
  'finance.collection.write',
  'finance.refund.write',
  'finance.refund.approve',
  'finance.refund.pay',
  'finance.grant.review',
  'finance.grant.approve',
  'finance.grant.pay',
  'finance.grant-rule.set',
  'finance.grant-rule.approve',
  'finance.recount.read',
  'finance.checklist.set',
  'finance.settlement.propose',
  'finance.settlement.approve',
  'finance.settlement.receive',
  'sync.link.read',
  'sync.verification.read',
  'sync.period.close',
  'sync.period.restate',
]);

export type FieldClass = 'public' | 'internal' | 'personal' | 'sensitive' | 'secret';
/** How a field of a person's record is shown to somebody before he asks for it with a reason. */
export type Showing = 'whole' | 'masked' | 'hidden';

/** Whom a duty may ask the whole value of, by class; `living`: while the membership is not ended or refused. */
interface Sight {
  shows: Showing;
  reveals: 'never' | 'living' | 'always';
}
const nothing: Sight = { shows: 'hidden', reveals: 'never' };
const masked: Sight = { shows: 'masked', reveals: 'never' };
const SIGHT = new Map<string, { personal: Sight; sensitive: Sight }>(
  Object.entries({
    clerk: {
      personal: { shows: 'masked', reveals: 'always' },
      sensitive: { shows: 'masked', reveals: 'living' },
    },
    chair: {
      personal: { shows: 'masked', reveals: 'always' },
      sensitive: { shows: 'masked', reveals: 'living' },
    },
    auditor: {
      personal: { shows: 'masked', reveals: 'always' },
      sensitive: { shows: 'masked', reveals: 'always' },
    },
    finance: { personal: masked, sensitive: nothing },
    member: {
      personal: { shows: 'whole', reveals: 'never' },
      sensitive: { shows: 'whole', reveals: 'never' },
    },
  }),
);
const LIVING: ReadonlySet<string> = new Set(['APPLIED', 'ACTIVE', 'RETAINED']);

export function isDuty(text: string): text is Duty {
  return (DUTIES as readonly string[]).includes(text);
}

/** Every permission of the product, with who holds it. */
export function permissions(): ReadonlyMap<string, readonly string[]> {
  return PERMISSIONS;
}

/** Whether a duty carries a permission; what is not in the table is denied. */
export function mayDo(duty: string, permission: string): boolean {
  return PERMISSIONS.get(permission)?.includes(duty) ?? false;
}

/** Whether a permission is of use only to somebody whose duty reaches the whole node. */
export function needsWholeNode(permission: string): boolean {
  return WHOLE_NODE.has(permission);
}

/** How far a duty over `scope` reaches at a node whose root union is `rootUnionId`. */
export function reachOf(duty: string, scope: string, rootUnionId: string): Reach {
  if (duty === 'service' || duty === 'gateway') return 'all';
  if (duty === 'member') return 'self';
  if (!isDuty(duty)) return 'none';
  return scope === rootUnionId ? 'all' : 'scope';
}

/** How a field of somebody's record is shown; secret fields are shown to nobody. */
export function showing(duty: string, fieldClass: FieldClass): Showing {
  if (fieldClass === 'public' || fieldClass === 'internal') return 'whole';
  if (fieldClass === 'secret') return 'hidden';
  return (SIGHT.get(duty)?.[fieldClass] ?? nothing).shows;
}

/** Whether a duty may see a masked field whole for a reason, given the state of the membership (domain §2.2). */
export function mayReveal(duty: string, fieldClass: FieldClass, state: string): boolean {
  if (fieldClass !== 'personal' && fieldClass !== 'sensitive') return false;
  const { reveals } = SIGHT.get(duty)?.[fieldClass] ?? nothing;
  return reveals === 'always' || (reveals === 'living' && LIVING.has(state));
}
