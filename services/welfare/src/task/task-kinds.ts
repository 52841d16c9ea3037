// What may wait of welfare and rights, and for whom: one row a queue. Which union's it is, row security says.
import { mayDo, needsWholeNode } from '@gonglian/kernel/duty.ts';

export type Source =
  | 'hardship'
  | 'relief'
  | 'notice'
  | 'claim'
  | 'lateClaim'
  | 'order'
  | 'mediation'
  | 'legalAid'
  | 'venue';

export interface TaskKind {
  kind: string;
  source: Source;
  /** The state, or what else of its source is asked for. */
  state: string;
  /** What one must be allowed to do for it to wait for one. */
  permission: string;
  /** Only where one of them is of a union below, or of a plan in reach: the others are for somebody above. */
  fromBelow?: true;
  /** The list of this API that is so long. */
  list: string;
}

type Row = readonly [kind: string, state: string, permission: string, fromBelow?: 'FROM_BELOW'];

const queues = (source: Source, path: string, rows: readonly Row[]): TaskKind[] =>
  rows.map(([kind, state, permission, fromBelow]) => ({
    kind,
    source,
    state,
    permission: `welfare.${permission}`,
    ...(fromBelow && { fromBelow: true }),
    list: path + state,
  }));

const KINDS: readonly TaskKind[] = [
  ...queues('hardship', '/hardship-files?state=', [
    ['hardship_to_visit', 'SUBMITTED', 'hardship.write'],
    ['hardship_to_discuss', 'HOME_VISIT', 'hardship.write'],
    ['hardship_to_publish', 'DEMOCRATIC_REVIEW', 'hardship.write'],
    ['hardship_to_review', 'PUBLICITY_UNIT', 'hardship.review', 'FROM_BELOW'],
    ['hardship_to_match', 'UPPER_REVIEW', 'hardship.decide'],
    ['hardship_to_decide', 'DATA_MATCH', 'hardship.decide'],
    ['hardship_to_confirm', 'COUNTY_REVIEW', 'hardship.confirm'],
    ['hardship_exit_to_decide', 'EXIT_PROPOSED', 'hardship.decide'],
    ['hardship_returned', 'RETURNED', 'hardship.write'],
  ]),
  ...queues('relief', '/relief-grants?state=', [
    ['relief_to_check', 'PROPOSED', 'relief.check'],
    ['relief_to_review', 'MATERIALS_CHECKED', 'relief.review'],
    ['relief_to_approve', 'REVIEWED', 'relief.approve'],
    ['relief_to_publish', 'APPROVED', 'relief.publish'],
    ['relief_to_pay', 'PUBLISHED', 'relief.pay'],
    ['relief_pay_failed', 'PAY_FAILED', 'relief.pay'],
    ['relief_returned', 'RETURNED', 'relief.propose'],
  ]),
  ...queues('notice', '/notices?objected=', [['notice_objected', 'true', 'notice.write']]),
  ...queues('claim', '/mutual-aid-claims?state=', [
    ['claim_to_submit', 'REPORTED', 'mutual-aid.report'],
    ['claim_to_check', 'MATERIALS', 'mutual-aid.check'],
    ['claim_to_review', 'CHECKED', 'mutual-aid.check', 'FROM_BELOW'],
    ['claim_to_calculate', 'REVIEWED', 'mutual-aid.check', 'FROM_BELOW'],
    ['claim_to_approve', 'CALCULATED', 'mutual-aid.approve', 'FROM_BELOW'],
    ['claim_appealed', 'APPEALED', 'mutual-aid.check', 'FROM_BELOW'],
    ['claim_returned', 'RETURNED', 'mutual-aid.report'],
  ]),
  // The day is said with it.
  ...queues('lateClaim', '/mutual-aid-claims?reportedUntil=', [
    ['claim_late', '', 'mutual-aid.check'],
  ]),
  ...queues('order', '/work-orders?light=', [
    ['order_late', 'RED', 'work-order.handle'],
    ['order_soon', 'YELLOW', 'work-order.handle'],
  ]),
  ...queues('mediation', '/mediations?state=', [['mediation_near', 'NEAR', 'mediation.write']]),
  ...queues('legalAid', '/legal-aid?state=', [['legal_aid_late', 'OVERDUE', 'legal-aid.review']]),
  ...queues('venue', '/venues?state=', [['venue_to_decide', 'PROPOSED', 'venue.decide']]),
];

/** What whoever has this duty may do, in the order of the ways; what is the whole node's, only over all of it. */
export function kindsFor(duty: string, reach: string): TaskKind[] {
  if (duty === 'member') return [];
  return KINDS.filter(
    ({ permission }) => mayDo(duty, permission) && (reach === 'all' || !needsWholeNode(permission)),
  );
}
