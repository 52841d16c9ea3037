// A round begins: how many of which honours, by which document. All of it is the node's own until it is handed down.
import type { HonourRoundFile } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { honourRoundOpened } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { HONOUR_CODES, HONOUR_LEVELS } from './honour-policy.ts';
import { honourOn, roundFile } from './round.ts';

const PLACES_MAX = 10_000;
const places = z.int().min(0, 'negative').max(PLACES_MAX, 'too_large');

export const HonourPlaces = z
  .strictObject({ honourCode: code(HONOUR_CODES), places, singleListed: places })
  .refine((one) => one.singleListed <= one.places, { error: 'too_large', path: ['singleListed'] });

const OpenHonourRound = z.strictObject({
  roundYear: z.int().min(1950, 'too_small').max(2200, 'too_large'),
  level: code(HONOUR_LEVELS),
  title: text(100),
  documentNo: text(100),
  openedOn: date,
  places: z
    .array(HonourPlaces.refine((one) => one.places > 0, 'required'))
    .min(1, 'required')
    .max(HONOUR_CODES.length, 'too_many')
    .refine((all) => new Set(all.map((one) => one.honourCode)).size === all.length, 'twice'),
});

export const openHonourRound = command({
  schema: OpenHonourRound,
  permission: 'competitions.honour-round.open',
  async run({ sql, actor, node, now, emit }, ask): Promise<HonourRoundFile> {
    const today = chinaDate(now);
    if (ask.openedOn > today) throw refused('HONOUR_DATE_WRONG', { after: '', today });
    const rules = ask.places.map(({ honourCode }) => honourOn(honourCode, ask.level, ask.openedOn));
    const [roundId, unionId] = [newId(), nodeRootUnionId(node)];
    const { roundYear, level, title, documentNo, openedOn } = ask;
    await sql`
      insert into honour_round (round_id, round_year, level, title, document_no, opened_on, opened_by)
      values (${roundId}, ${roundYear}, ${level}, ${title}, ${documentNo}, ${openedOn}, ${actor.id})`;
    const codes = ask.places.map(({ honourCode }) => honourCode);
    const counts = ask.places.map((one) => one.places);
    const singles = ask.places.map((one) => one.singleListed);
    await sql`
      insert into honour_category (round_id, honour_code, name, places, single_listed)
      select ${roundId}, * from unnest(${codes}::text[], ${rules.map(({ name }) => name)}::text[],
        ${counts}::int[], ${singles}::int[])`;
    await sql`
      insert into honour_quota (round_id, honour_code, union_id, places, single_listed)
      select round_id, honour_code, ${unionId}, places, single_listed from honour_category
      where round_id = ${roundId}`;
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
    const total = { places: sum(counts), singleListed: sum(singles) };
    emit(honourRoundOpened, { roundId, roundYear, level, unionId, openedOn, ...total });
    return roundFile(sql, roundId);
  },
});
