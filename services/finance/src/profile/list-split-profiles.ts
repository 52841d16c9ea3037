import { nothing } from '@gonglian/service/fields.ts';
import type { SplitProfileList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { query } from '../pipeline.ts';
import { defaultEntry, listProfiles, profileView } from './split-profile.ts';

export const listSplitProfiles = query({
  schema: nothing,
  permission: 'finance.receipt.read',
  async run({ sql, node }): Promise<SplitProfileList> {
    const set = await listProfiles(sql);
    const first = set.at(-1);
    const before = defaultEntry(node, first ? addDays(first.effectiveFrom, -1) : null);
    return { items: [...set, before].map(profileView) };
  },
});
