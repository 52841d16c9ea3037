// From a date on the fund divides otherwise. What was divided before stays as it was divided.
import type { SplitProfile as SplitProfileView } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { requireProfile, type SplitProfile } from '@gonglian/kernel/split.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { listProfiles, profileView, type DatedProfile } from './split-profile.ts';

const part = z.int().min(0, 'negative').max(10_000, 'too_large');
const SetSplitProfile = z.strictObject({
  effectiveFrom: date,
  grassrootsBp: part,
  countyBp: part,
  cityBp: part,
  provinceBp: part,
  nationalBp: part,
  documentNo: text(100),
});

/** Refused PROFILE_SUM, PROFILE_BEFORE_LAST. */
export function decideProfile(
  ask: SplitProfile & { effectiveFrom: CalendarDate },
  last: Pick<DatedProfile, 'effectiveFrom'> | undefined,
): void {
  requireProfile(ask);
  if (last && ask.effectiveFrom <= last.effectiveFrom) {
    throw refused('PROFILE_BEFORE_LAST', { effectiveFrom: last.effectiveFrom });
  }
}

export const setSplitProfile = command({
  schema: SetSplitProfile,
  permission: 'finance.profile.set',
  async run({ sql, actor, now }, ask): Promise<SplitProfileView> {
    const [last] = await listProfiles(sql);
    decideProfile(ask, last);
    const profileId = newId();
    await sql`
      update split_profile set effective_to = ${addDays(ask.effectiveFrom, -1)}
      where effective_to is null`;
    await sql`
      insert into split_profile (id, effective_from, grassroots_bp, county_bp, city_bp, province_bp,
        national_bp, document_no, set_by, set_at)
      values (${profileId}, ${ask.effectiveFrom}, ${ask.grassrootsBp}, ${ask.countyBp},
        ${ask.cityBp}, ${ask.provinceBp}, ${ask.nationalBp}, ${ask.documentNo}, ${actor.id}, ${now})`;
    return profileView({ ...ask, profileId, effectiveTo: null });
  },
});
