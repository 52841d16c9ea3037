import { nothing } from '@gonglian/service/fields.ts';
import type {
  MyCompetition,
  MyCompetitionList,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/contest.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { query } from '../pipeline.ts';
import { prizeCertificatePlace } from '../result/prize-certificate.ts';

/** More than anybody enters in his life. */
const ENTRIES_MAX = 200;

interface Row extends Omit<MyCompetition, 'qrText' | 'publicKey'> {
  sealed: Buffer | null;
  /** Of the node above that signed. */
  issuerKey: Buffer | null;
}

/** The newest first; of a result nothing before it is published. */
export const listMyCompetitions = query({
  schema: nothing,
  permission: 'competitions.my-entry.read',
  async run({ sql, actor, own, beyondScope }): Promise<MyCompetitionList> {
    if (actor.member === '') throw notFound('MEMBER_UNKNOWN');
    await beyondScope('an entrant reads his own entries, whichever union holds the competition');
    const rows = await sql<Row>`
      select e.entry_id as "entryId", e.competition_id as "competitionId", c.name as "competitionName",
        coalesce(e.trade_id::text, '') as "tradeId", coalesce(t.title, '') as "tradeTitle",
        c.held_from::text as "heldFrom", c.held_to::text as "heldTo", c.state as "competitionState",
        e.state, coalesce(e.bench_no, 0) as "benchNo", e.in_final as "inFinal",
        coalesce(r.rank, 0) as rank, coalesce(r.total, 0) as "totalHundredths",
        coalesce(r.prize, '') as prize, coalesce(r.awards, '{}') as awards,
        coalesce(r.certificate_no, '') as "certificateNo", r.certificate_sealed as sealed,
        r.issuer_key as "issuerKey"
      from competition_entry as e join competition as c using (competition_id)
      left join competition_trade as t on t.trade_id = e.trade_id
      left join competition_result as r on r.entry_id = e.entry_id
        and c.state in ('RESULT_PUBLISHED', 'AWARDS_ISSUED', 'ARCHIVED')
      where e.member_id = ${actor.member}::uuid
      order by e.entry_id desc limit ${ENTRIES_MAX}`;
    return {
      items: rows.map(({ sealed, issuerKey, ...shown }) => ({
        ...shown,
        qrText: sealed ? own.vault.open(sealed, prizeCertificatePlace(shown.entryId)) : '',
        publicKey: sealed ? (issuerKey ?? own.signer.publicKey).toString('hex') : '',
      })),
    };
  },
});
