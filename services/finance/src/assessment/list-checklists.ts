import { nothing } from '@gonglian/service/fields.ts';
import type { ChecklistList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { query } from '../pipeline.ts';
import { readChecklists } from './checklist.ts';

// The type says what the contract says of an empty message.
export const listChecklists = query({
  schema: nothing,
  permission: 'finance.audit.read',
  async run({ sql }): Promise<ChecklistList> {
    return { items: await readChecklists(sql) };
  },
});
