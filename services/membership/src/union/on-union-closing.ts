import { unionClosing } from '@gonglian/contracts/organisation.ts';
import { reaction } from '../pipeline.ts';

/** No one joins from now on. */
export const onUnionClosing = reaction({
  facts: [unionClosing],
  async apply({ sql }, batch) {
    await sql`
      update union_state set status = 'CLOSING'
      where union_id = any(${batch.map(({ data }) => data.unionId)}::uuid[])
        and status = 'ACTIVE'`;
  },
});
