import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, ofUnionListed, openToService, protect } from '@gonglian/service/row-security.ts';

const ofUnions = [
  ['cell'],
  ['cell_pending'],
  ['cell_year'],
  ['union_cell'],
  ['declared'],
  ['restatement'],
  ['reporting_union'],
  ['union_node', 'id'],
  ['union_parent'],
  ['placement'],
] as const;

/** A number is its union's; what is said between nodes is the node's. */
export const rowSecurity: Migration = {
  name: '0004-row-security',
  sql: `
${ofUnions.map(([table, column]) => protect('sync', table, { using: ofUnionListed('sync', column) })).join('')}
${['period', 'leaf', 'peer', 'recount', 'uplink_state'].map((table) => protect('sync', table, ofNode('sync'))).join('')}
${['uplink', 'uplink_head'].map((table) => openToService('sync', table)).join('')}
alter view counted_cell set (security_invoker = true);
alter view said_line set (security_invoker = true);
`,
};
