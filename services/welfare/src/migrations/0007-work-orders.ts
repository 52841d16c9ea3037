import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, ofUnion, protect } from '@gonglian/service/row-security.ts';
import { WORK_ORDER_STATES } from '../work-order/steps.ts';

const reached = `${ofUnion('welfare')} or ${ofUnion('welfare', 'handler_union_id')}`;
const own = 'member_id = (select welfare.self_member())';
const states = WORK_ORDER_STATES.map((state) => `'${state}'`).join(', ');

/**
 * work_order: a matter of a worker with 12351, by one id at every node that has it; whose desk it is at, and which union of
 *   this node was given it. Who called, what he said and what he was answered are sealed; nothing finds an order by caller.
 * work_order_step: each step it took, here or at a neighbour.
 * hotline_call: calls of a day that were answered while they lasted, and one for each that became an order.
 * work_order_desk: nodes that take orders, with the key that is theirs; this one is of node ''.
 * counted_work_order: the same movements as the facts.
 */
export const workOrders: Migration = {
  name: '0007-work-orders',
  sql: `
create table work_order (
  order_id uuid primary key,
  union_id uuid not null references known_union,
  handler_union_id uuid references known_union,
  intake text not null check (intake in ('CALL', 'TRANSFER', 'PETITION')),
  source text not null default '',
  source_no text not null default '',
  member_id uuid,
  caller_sealed bytea,
  title text not null,
  content_sealed bytea not null,
  order_kind text not null default ''
    check (order_kind in ('', 'CONSULT', 'SERVICE', 'COMPLAINT', 'LEGAL_AID', 'SUGGESTION')),
  order_class text not null default '' check (order_class in ('', 'GENERAL', 'DIFFICULT', 'COMPLEX')),
  region_code text not null default '',
  tags text[] not null default '{}',
  state text not null check (state in (${states})),
  received_at timestamptz not null,
  started_at timestamptz,
  limit_days int,
  counted text check (counted in ('WORKING', 'CALENDAR')),
  extension text not null default '' check (extension in ('', 'ASKED', 'GRANTED', 'DENIED')),
  extension_days int not null default 0 check (extension_days >= 0),
  stops text[] not null default '{}',
  stopped_at timestamptz,
  due_on date,
  yellow_at timestamptz,
  from_node text not null default '',
  to_node text not null default '',
  held_by text not null default '',
  reply_key bytea,
  heard_above bigint not null default 0,
  heard_below bigint not null default 0,
  reply_sealed bytea,
  replied_at timestamptz,
  replied_by text not null default '',
  replied_here boolean not null default false,
  recovered_fen bigint not null default 0 check (recovered_fen >= 0),
  workers int not null default 0 check (workers >= 0),
  supervised_on date,
  reopened boolean not null default false,
  merged_into uuid references work_order,
  agency text not null default '',
  agency_no text not null default '',
  satisfaction int not null default 0 check (satisfaction between 0 and 5),
  closed_on date,
  version int not null default 1,
  check ((started_at is null) = (due_on is null)),
  check (member_id is null or intake = 'PETITION'),
  check (held_by in ('', from_node, to_node))
);
create index work_order_of on work_order (union_id, order_id);
create index work_order_given_to on work_order (handler_union_id, order_id);
create index work_order_of_member on work_order (member_id, order_id) where member_id is not null;
create index work_order_due on work_order (due_on)
  where state not in ('CLOSED', 'ARCHIVED', 'MERGED', 'CANCELLED', 'TRANSFERRED_OUT');
${protect('welfare', 'work_order', { using: reached, check: `${reached} or ${own}`, alsoSeen: own })}

create table work_order_step (
  order_id uuid not null references work_order,
  no int not null,
  union_id uuid not null,
  handler_union_id uuid,
  member_id uuid,
  at timestamptz not null,
  step text not null,
  state text not null,
  node text not null default '',
  acted_by text not null,
  note text not null,
  primary key (order_id, no)
);
${protect('welfare', 'work_order_step', { using: reached, check: `${reached} or ${own}`, alsoSeen: own })}

create table hotline_call (
  call_id uuid primary key,
  union_id uuid not null references known_union,
  called_on date not null,
  -- Empty for one that became a work order.
  order_kind text not null
    check (order_kind in ('', 'CONSULT', 'SERVICE', 'COMPLAINT', 'LEGAL_AID', 'SUGGESTION')),
  calls int not null check (calls > 0)
);
create index hotline_call_of on hotline_call (union_id, called_on);
${protect('welfare', 'hotline_call', { using: ofUnion('welfare') })}

create table work_order_desk (
  node text primary key,
  union_id uuid not null,
  desk_key bytea not null,
  opened_on date not null,
  seats int not null check (seats >= 0),
  lawyers int not null check (lawyers >= 0),
  handlers int not null check (handlers >= 0)
);
${protect('welfare', 'work_order_desk', ofNode('welfare'))}

create view counted_work_order with (security_invoker = true) as
select union_id, called_on as happened_on, 'hotline_called' as movement, order_kind as kind, '' as level,
  '' as source, calls::bigint as heads, 0::bigint as fen
from hotline_call
union all
select union_id, (received_at at time zone 'Asia/Shanghai')::date, 'work_order_received', '', '', intake, 1, 0
from work_order where from_node = ''
union all
select union_id, closed_on, 'work_order_handled', order_kind, '', '', 1, recovered_fen
from work_order where replied_here and state in ('CLOSED', 'ARCHIVED')
union all
select union_id, closed_on, 'rights_worker', 'HOTLINE', '', '', workers, 0
from work_order where replied_here and state in ('CLOSED', 'ARCHIVED')
union all
select union_id, closed_on, 'work_order_closed', order_kind, '', intake, 1, 0
from work_order where from_node = '' and state in ('CLOSED', 'ARCHIVED');
`,
};
