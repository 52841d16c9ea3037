import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { studioFunded } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen, decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { COMPETITIONS_POLICY, competitionsPolicy } from '../policy.ts';
import { lockStudio, studioStep } from './studio.ts';
import type { StudioFunding, StudioPolicy } from './studio-policy.ts';
import { requireNamed, STUDIO_LEVELS, type StudioLevel } from './studio-steps.ts';
import { readWholeStudio } from './studio-whole.ts';

const REASONS = ['NAMED', 'CONTINUED'] as const;
type Reason = (typeof REASONS)[number];
const KEY = 'studio.funding';

/** The most that a node of this region gives for it: by the longest beginning of its code that the policy names. */
export function fundingLimit(
  rules: StudioPolicy[typeof KEY],
  node: string,
  { level, reason }: { level: StudioLevel; reason: Reason },
): number {
  const begins = Object.keys(rules).filter((beginning) => node.startsWith(beginning));
  const [longest = ''] = begins.toSorted((a, b) => b.length - a.length);
  const rule: StudioFunding | undefined = rules[longest]?.find((one) => one.level === level);
  return (reason === 'NAMED' ? rule?.namedFen : rule?.continuedFen) ?? 0;
}

/** Refused STUDIO_FUNDING_NONE where the policy gives nothing, STUDIO_FUNDING_ABOVE beyond what it gives. */
export function decideFunding(askedFen: number, limitFen: number): void {
  if (limitFen === 0) throw refused('STUDIO_FUNDING_NONE');
  if (askedFen > limitFen) throw refused('STUDIO_FUNDING_ABOVE', { limitFen });
}

/** Once when it is named at a level, and once after each review by which it goes on. Money goes by a payment of finance. */
export const fundStudio = command({
  schema: z.strictObject({
    ...studioStep,
    level: code(STUDIO_LEVELS),
    reason: code(REASONS),
    amountFen,
    documentNo: text(100),
    fundedOn: date,
  }),
  permission: 'competitions.studio.decide',
  async run({ sql, own, now, node, emit }, ask): Promise<Studio> {
    const studio = await lockStudio(sql, ask);
    const { studioId, unionId } = studio;
    const { level, reason, fundedOn } = ask;
    requireNamed(studio);
    const [held] = await sql<{ namedOn: string }>`
      select named_on::text as "namedOn" from studio_naming
      where studio_id = ${studioId} and level = ${level}`;
    const since = reason === 'NAMED' ? held?.namedOn : studio.reviewFrom;
    const due =
      reason === 'NAMED' || (studio.reviewFrom > studio.namedOn && studio.state !== 'WARNED');
    if (!held || since === undefined || !due) throw refused('STUDIO_FUNDING_NOT_DUE', { level });
    decideDay(fundedOn, since, chinaDate(now));
    const limitFen = fundingLimit(competitionsPolicy(KEY, fundedOn), node, ask);
    decideFunding(ask.amountFen, limitFen);
    const [funded] = await sql`
      insert into studio_funding (studio_id, level, reason, since, union_id, amount_fen, document_no,
        ordered_by, funded_on)
      values (${studioId}, ${level}, ${reason}, ${since}, ${unionId}, ${ask.amountFen},
        ${ask.documentNo}, ${orderOn(COMPETITIONS_POLICY, KEY, fundedOn)}, ${fundedOn})
      on conflict do nothing returning level`;
    if (!funded) throw refused('STUDIO_FUNDED', { level });
    await sql`update studio set version = version + 1 where id = ${studioId}`;
    emit(studioFunded, { studioId, unionId, level, amountFen: BigInt(ask.amountFen), fundedOn });
    return readWholeStudio(sql, own.vault, studioId);
  },
});
