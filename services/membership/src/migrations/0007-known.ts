/**
 * What belongs to a person follows the membership. Asked by a function of its own, because a sub-select in a policy is
 * planned with all policies of membership inside it, for every statement anew.
 */
const known = (column: string) => `membership.knows(${column})`;

export const knownMembers = {
  name: '0007-known',
  sql: `
create function knows(member uuid) returns boolean language plpgsql stable parallel safe as
$$ begin return exists (select from membership.membership as m where m.member_id = member); end $$;
alter policy reached on person using ((select membership.reach() = 'all') or ${known('person.id')});
alter policy reached on spell using ((select membership.reach() = 'all') or ${known('spell.member_id')})
  with check ((select membership.reach() = 'all') or ${known('spell.member_id')});
`,
};
