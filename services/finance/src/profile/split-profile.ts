// The node's dated split profiles: what was set, and before that what policy says.
import { SplitProfile as SplitProfileView } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { SplitProfile } from '@gonglian/kernel/split.ts';
import type { Sql } from '../pipeline.ts';
import { financePolicy, FINANCE_POLICY } from '../policy.ts';

export interface DatedProfile extends SplitProfile {
  profileId: string;
  effectiveFrom: CalendarDate;
  effectiveTo: CalendarDate | null;
  documentNo: string;
}

/** One a document of the levels above: a federation sees few in its life. */
const PROFILES_MAX = 500;

/** The newest first. */
export function listProfiles(sql: Sql): Promise<DatedProfile[]> {
  return sql<DatedProfile>`
    select id as "profileId", effective_from::text as "effectiveFrom",
      effective_to::text as "effectiveTo", grassroots_bp as "grassrootsBp", county_bp as "countyBp",
      city_bp as "cityBp", province_bp as "provinceBp", national_bp as "nationalBp",
      document_no as "documentNo"
    from split_profile order by effective_from desc limit ${PROFILES_MAX}`;
}

/** What was in force on a date; before the first that was set it is the default. */
export function profileOn(
  set: readonly DatedProfile[],
  date: CalendarDate,
  node: string,
): SplitProfile {
  const dated = set.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo),
  );
  return dated ?? defaultProfile(node, date);
}

export function defaultProfile(node: string, date: CalendarDate): SplitProfile {
  const profiles = financePolicy('fund.profiles', date);
  const found = profiles[node.slice(0, 2)] ?? profiles[''];
  if (!found) throw new Error('fund.profiles has no profile for all others');
  return found;
}

/** The default as one more of the list, until the day before the first that was set. */
export function defaultEntry(node: string, until: CalendarDate | null): DatedProfile {
  const entry = FINANCE_POLICY.find(({ key }) => key === 'fund.profiles');
  const { effectiveFrom = '', orderedBy = '' } = entry ?? {};
  return {
    profileId: '',
    effectiveFrom,
    effectiveTo: until,
    documentNo: orderedBy,
    ...defaultProfile(node, effectiveFrom),
  };
}

export function profileView(profile: DatedProfile): SplitProfileView {
  return SplitProfileView.fromPartial({ ...profile, effectiveTo: profile.effectiveTo ?? '' });
}
