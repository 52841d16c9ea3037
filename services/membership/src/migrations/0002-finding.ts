import { protect } from '@gonglian/service/row-security.ts';

const reaches = (reach: string) => `(select membership.reach() in (${reach}))`;
const known = `exists (select from membership.membership as m where m.member_id = correction.member_id)`;

/**
 * member_token: what members are found by, as keyed numbers; a page is a range of its key, wherever it begins. One row
 *   a token, since row-level security lets an index be searched by equality but not by what an array contains. A
 *   token says nothing of whose it is, so that whoever works at the node may search them, and a member is seen only
 *   through membership and person. It has no foreign key: one look-up a row would double what a batch costs.
 * token_queue: members whose tokens are still to be made, or made again.
 * correction: what a member says is wrong in the own record. What was said is sealed like the record itself.
 */
export const finding = {
  name: '0002-finding',
  sql: `
create table member_token (
  token bigint not null,
  member_id uuid not null,
  primary key (token, member_id)
);
create index member_token_of on member_token (member_id);
-- A surname is a fourteenth of everybody and most pairs are nobody: the planner must know which is which.
alter table member_token alter column token set statistics 1000;
${protect('membership', 'member_token', { using: reaches(`'all', 'scope'`) })}

create table token_queue (member_id uuid primary key);
insert into token_queue (member_id) select id from person;
${protect('membership', 'token_queue', { using: reaches(`'all', 'scope'`) })}

create table correction (
  id uuid primary key,
  member_id uuid not null references membership,
  field text not null check (field in ('name', 'phone')),
  value bytea not null,
  explanation bytea not null,
  state text not null check (state in ('ASKED', 'MADE', 'REFUSED')),
  asked_on date not null,
  due_on date not null,
  decided_on date,
  reason bytea,
  version int not null default 1,
  check ((state = 'ASKED') = (decided_on is null))
);
create unique index correction_open on correction (member_id, field) where state = 'ASKED';
create index correction_by_state on correction (state, id);
create index correction_of on correction (member_id, id);
${protect('membership', 'correction', {
  using: `${reaches(`'all'`)} or (${reaches(`'scope'`)} and ${known})`,
  check: `${reaches(`'all'`)} or (${reaches(`'scope'`)} and ${known})
    or member_id = (select membership.self_member())`,
  alsoSeen: 'member_id = (select membership.self_member())',
})}
`,
};
