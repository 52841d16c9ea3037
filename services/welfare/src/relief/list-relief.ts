import type {
  ReliefCap,
  ReliefGrant,
  ReliefGrantPage,
  ReliefProgrammeList,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { code, date, id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { WELFARE_POLICY, welfarePolicy } from '../policy.ts';
import { findGrants, grantNow, grantView } from './grant.ts';
import { PROGRAMMES, type CapKey, type ProgrammeRule } from './relief-policy.ts';
import { GRANT_STATES } from './steps.ts';

/** The rules of a day, for everybody. */
export const listReliefProgrammes = query({
  schema: z.strictObject({ onDate: date }),
  permission: 'welfare.relief-programme.read',
  run(_, { onDate }): Promise<ReliefProgrammeList> {
    const rules = welfarePolicy('relief.programmes', onDate);
    const tiers = welfarePolicy('relief.tiers', onDate);
    const orderedBy = orderOn(WELFARE_POLICY, 'relief.programmes', onDate);
    const items = PROGRAMMES.map((programme) => ({
      programme,
      filed: rules[programme].filed,
      capOf: rules[programme].capOf,
      caps: capsOf(rules[programme]),
      provinceAboveFen: shownFen(tiers[programme].provinceAboveFen),
      nationAboveFen: shownFen(tiers[programme].nationAboveFen),
      orderedBy,
    }));
    return Promise.resolve({ items });
  },
});

const shownFen = (fen: number) => (Number.isFinite(fen) ? BigInt(fen) : 0n);

function capsOf({ months, maxFen, selfPaidBasisPoints }: ProgrammeRule): ReliefCap[] {
  const keys = new Set([months, maxFen, selfPaidBasisPoints].flatMap((by) => Object.keys(by)));
  return [...keys].map((capKey) => {
    const key = capKey as CapKey;
    return {
      capKey,
      months: months[key] ?? 0,
      maxFen: BigInt(maxFen[key] ?? 0),
      selfPaidBasisPoints: selfPaidBasisPoints[key] ?? 0,
    };
  });
}

export const getReliefGrant = query({
  schema: z.strictObject({ grantId: id }),
  permission: 'welfare.relief.read',
  run: (tx, { grantId }): Promise<ReliefGrant> => grantNow(tx, grantId),
});

/** A member sees his own. */
export const listReliefGrants = query({
  schema: z.strictObject({
    unionId: optionalId,
    fileId: optionalId,
    programme: code(['', ...PROGRAMMES]),
    state: code(['', ...GRANT_STATES]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.relief.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, actor }, ask): Promise<ReliefGrantPage> {
    const { unionId, fileId, cursor, limit: most, programme, state } = ask;
    const rows = await findGrants(sql, {
      unionId: unionId || null,
      fileId: fileId || null,
      memberId: actor.duty === 'member' ? actor.member : null,
      programme,
      state,
      before: cursor || null,
      limit: most,
    });
    return {
      items: rows.map((row) => grantView(own.vault, row)),
      nextCursor: rows.length === most ? (rows.at(-1)?.grantId ?? '') : '',
    };
  },
});
