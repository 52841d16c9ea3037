// What became of it. What is left is of its purpose still (domain §5.6: carry-over).
import { grantReported } from '@gonglian/contracts/finance.ts';
import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { optionalFen } from '../amount.ts';
import { command, type Tx } from '../pipeline.ts';
import { decideReport } from './decide-application.ts';
import {
  getRow,
  grantView,
  GrantStepAsk,
  lockGrant,
  requireState,
  requireWrittenHere,
  type GrantRow,
} from './grant.ts';
import { optionalSha256 } from './grant-fields.ts';

export const reportGrant = command({
  schema: GrantStepAsk.extend({
    usedFen: optionalFen,
    unspentFen: optionalFen,
    matchedFen: optionalFen,
    reportSha256: optionalSha256,
  }),
  permission: 'finance.grant.apply',
  async run(tx, ask): Promise<Grant> {
    const { sql, now } = tx;
    const grant = await lockGrant(sql, ask);
    // Of a line of a list the subordinate keeps no grant; what it reports on paper is written here.
    if (grant.listId === '') requireWrittenHere(grant);
    requireState(grant, 'PAID');
    if (ask.reportSha256 === '') throw refused('GRANT_REPORT_MISSING');
    decideReport(grant, ask);
    const today = chinaDate(now);
    await sql`
      update fund_grant set state = 'REPORTED', used_fen = ${ask.usedFen}, unspent_fen = ${ask.unspentFen},
        matched_fen = ${ask.matchedFen}, report_sha256 = ${ask.reportSha256}, reported_on = ${today},
        version = version + 1
      where grant_id = ${grant.grantId}`;
    const reported = await getRow(sql, grant.grantId);
    if (reported.direction === 'OUT') tellReported(tx, reported);
    return grantView(reported, today);
  },
});

function tellReported({ emit, node }: Tx, grant: GrantRow): void {
  const { grantId, neighbour, reportSha256, reportedOn } = grant;
  emit(grantReported, {
    grantId,
    reportSha256,
    reportedOn,
    fromNode: node,
    toNode: neighbour,
    usedFen: BigInt(grant.usedFen),
    unspentFen: BigInt(grant.unspentFen),
    matchedFen: BigInt(grant.matchedFen),
  });
}
