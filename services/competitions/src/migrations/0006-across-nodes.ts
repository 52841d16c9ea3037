import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, protect } from '@gonglian/service/row-security.ts';

/**
 * honour_slate: a slate on its way between two nodes, with what was answered; its nominations name it.
 * contest_offer: to which node below a contest was offered, and how many it may send in each trade.
 * contest_refusal: whom a node below could not enter: said once, it stays so.
 */
export const acrossNodes: Migration = {
  name: '0006-across-nodes',
  sql: `
create table honour_slate (
  slate_id uuid primary key,
  round_id uuid not null,
  honour_code text not null,
  neighbour text not null,
  direction text not null check (direction in ('IN', 'OUT')),
  nominations int not null,
  sent_on date not null,
  state text not null check (state in ('SENT', 'ACCEPTED', 'RETURNED')),
  reason text not null default '',
  answered_on date,
  returned_ids uuid[] not null default '{}'
);
create index honour_slate_of on honour_slate (round_id, honour_code);
${protect('competitions', 'honour_slate', ofNode('competitions'))}
create table contest_offer (
  competition_id uuid not null references competition,
  node text not null,
  places int not null check (places > 0),
  offer_no int not null,
  primary key (competition_id, node)
);
${protect('competitions', 'contest_offer', ofNode('competitions'))}
create table contest_refusal (
  entry_id uuid primary key,
  node text not null,
  reason text not null
);
${protect('competitions', 'contest_refusal', ofNode('competitions'))}
`,
};
