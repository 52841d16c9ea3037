import { ofUnionListed, openToService, protect } from '@gonglian/service/row-security.ts';

const own = 'member_id = (select membership.self_member())';
const known = 'exists (select from membership.membership as m where m.member_id = ';

/**
 * A membership is its union's, and the member's own to see; what belongs to the person follows the membership. Somebody
 * who is only about to have one is written before it: that is allowed, and seeing him is not.
 */
export const rowSecurity = {
  name: '0003-row-security',
  sql: `
${protect('membership', 'membership', { using: ofUnionListed('membership'), alsoSeen: own })}
${protect('membership', 'person', {
  using: `(select membership.reach() = 'all') or ${known}person.id)`,
  check: `(select membership.reach()) in ('all', 'scope')`,
})}
${protect('membership', 'spell', {
  using: `(select membership.reach() = 'all') or ${known}spell.member_id)`,
})}
${protect('membership', 'transfer', {
  using: `${ofUnionListed('membership', 'from_union_id')}
    or to_union_id = any((select membership.scope_unions())::uuid[])`,
  alsoSeen: own,
})}
${['union_state', 'codes', 'member_sequence'].map((table) => openToService('membership', table)).join('')}
`,
};
