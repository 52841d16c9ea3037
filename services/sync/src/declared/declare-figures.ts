// Takes figures for a union that has no records behind it: history, or a subordinate without software.
import type { DeclareFiguresResult } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { addContributions } from '../cell/add.ts';
import { keyText, writeCells, type Writing } from '../cell/cell.ts';
import { sumRoot } from '../cell/sum-root.ts';
import { tell } from '../cell/tell.ts';
import { isDerived } from '../indicator/catalogue.ts';
import { command } from '../pipeline.ts';
import { dims, indicator } from '../rollup/fields.ts';
import { period } from '../rollup/period.ts';
import { enterFederation } from '../tree/reporting.ts';
import { markDeclared } from './mark-declared.ts';
import { writeFigures } from './write-figures.ts';

const FIGURES_MAX = 500;
const VALUE_MAX = 1_000_000_000_000n;

const DeclaredFigure = z.strictObject({
  indicator,
  period,
  dims,
  value: z.bigint().min(0n, 'negative').max(VALUE_MAX, 'too_large'),
});
const DeclareFigures = z.strictObject({
  unionId: id,
  figures: z.array(DeclaredFigure).min(1, 'required').max(FIGURES_MAX, 'too_many'),
  source: text(200),
});
type Ask = z.output<typeof DeclareFigures>;

export interface Declaring {
  /** The node that answers for the union; '' where it is this one, undefined where nobody is known to. */
  saidBy: string | undefined;
  /** A federation of this node's tree that has no node and no cells yet. */
  withoutNode: boolean;
  /** Whether unions that count here have records. */
  counted: boolean;
}

/** REPORTING_UNION_UNKNOWN, NODE_REPORTS, INDICATOR_DERIVED or RECORDS_EXIST. What is taken back may always be. */
export function decideDeclare(union: Declaring, ask: Pick<Ask, 'unionId' | 'figures'>): void {
  const { unionId, figures } = ask;
  if (union.saidBy === undefined && !union.withoutNode) {
    throw notFound('REPORTING_UNION_UNKNOWN', { unionId });
  }
  if (union.saidBy) throw refused('NODE_REPORTS', { unionId, node: union.saidBy });
  const derived = figures.find((figure) => isDerived(figure.indicator));
  if (derived) throw invalid('INDICATOR_DERIVED', { indicator: derived.indicator });
  if (union.counted && figures.some(({ value }) => value !== 0n)) {
    throw refused('RECORDS_EXIST', { unionId });
  }
}

export const declareFigures = command({
  schema: DeclareFigures,
  permission: 'sync.figure.declare',
  unions: (ask) => [ask.unionId],
  wholeNode: 'a figure is added up to the root',
  async run(tx, ask): Promise<DeclareFiguresResult> {
    const writing = await writeCells(tx);
    const union = await readDeclaring(writing, ask.unionId);
    decideDeclare(union, ask);
    if (union.withoutNode) await enterFederation(writing, ask.unionId);
    const contributions = await writeFigures(writing, ask);
    const changed = await addContributions(writing, contributions);
    const marked = await markDeclared(writing, ask.unionId, contributions);
    const summed = await sumRoot(writing, contributions);
    const last = new Map([...changed, ...marked, ...summed].map((cell) => [keyText(cell), cell]));
    await tell(writing, [...last.values()]);
    return { changed: contributions.length };
  },
});

/** A township counts all below it; the root those that stand directly below it. */
async function readDeclaring({ sql, rootUnionId }: Writing, unionId: string): Promise<Declaring> {
  const [known] = await sql<{ saidBy: string }>`
    select said_by as "saidBy" from reporting_union where union_id = ${unionId}`;
  const [federation] = await sql`
    select from union_node where id = ${unionId} and level in ('PROVINCE', 'CITY', 'COUNTY')
      and id <> ${rootUnionId} and not reporting`;
  const [counted] = await sql`
    with recursive below as (
      select ${unionId}::uuid as id where ${unionId}::uuid <> ${rootUnionId}::uuid
      union
      select p.union_id from below as b join union_parent as p on p.parent_id = b.id)
    select from union_cell as c
    where c.value <> 0 and (c.union_id in (select id from below)
      or c.union_id in (select union_id from placement where reporting_union_id = ${unionId}))
    limit 1`;
  return {
    saidBy: known?.saidBy,
    withoutNode: known === undefined && federation !== undefined,
    counted: counted !== undefined,
  };
}
