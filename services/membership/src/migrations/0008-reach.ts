import { ofUnion } from '@gonglian/service/row-security.ts';
import { alterReached } from '@gonglian/service/scope-below.ts';

const reached = { using: ofUnion('membership') };

/** A union among thousands in reach is looked up, and not gone through in a list. */
export const reach = {
  name: '0008-reach',
  sql: `
${['membership', 'import_job', 'import_mapping', 'annulled_member', 'member_export']
  .map((table) => alterReached(table, reached))
  .join('')}
${alterReached('transfer', {
  using: `${ofUnion('membership', 'from_union_id')} or ${ofUnion('membership', 'to_union_id')}`,
})}
`,
};
