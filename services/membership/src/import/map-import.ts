// Says what each column means; every row is then tried without keeping any.
import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { IMPORT_FIELDS, REQUIRED_FIELDS, type ImportField } from './import-fields.ts';
import { lockStep, moveTo, openSheets, sealMapping, viewNow } from './import-job.ts';
import { decideStep } from './import-state.ts';
import { rememberMapping } from './remembered-mapping.ts';

const COLUMNS_MAX = 64;
const ROWS_MAX = 1_048_576;

const MapImport = z.strictObject({
  importId: id,
  sheet: z.string().min(1, 'required').max(200, 'too_long'),
  headerRow: z.int().min(0, 'negative').max(ROWS_MAX, 'too_large'),
  columns: z
    .array(
      z.strictObject({
        column: z.int().min(1, 'required').max(COLUMNS_MAX, 'too_large'),
        heading: z.string().max(1_000, 'too_long'),
        field: z.string().pipe(z.enum(['', ...IMPORT_FIELDS], 'unknown_code')),
      }),
    )
    .max(COLUMNS_MAX, 'too_many'),
  expectedVersion,
});

/** Refused MAPPING_TWICE, MAPPING_INCOMPLETE with the field. */
export function decideColumns(
  columns: readonly { column: number; field: ImportField | '' }[],
): void {
  const fields = columns.map(({ field }) => field).filter((field) => field !== '');
  const twice = fields.find((field, at) => fields.indexOf(field) < at);
  if (twice) throw refused('MAPPING_TWICE', { field: twice });
  const numbers = columns.map(({ column }) => column);
  const column = numbers.find((one, at) => numbers.indexOf(one) < at);
  if (column !== undefined) throw refused('MAPPING_TWICE', { column });
  const missing = REQUIRED_FIELDS.find((field) => !fields.includes(field));
  if (missing) throw refused('MAPPING_INCOMPLETE', { field: missing });
}

export const mapImport = command({
  schema: MapImport,
  permission: 'membership.import.write',
  async run(tx, ask): Promise<Import> {
    const { sql, own, now } = tx;
    const job = await lockStep(tx, ask);
    const next = decideStep(job.state, 'map');
    decideColumns(ask.columns);
    const sheet = openSheets(own.vault, job).find(({ name }) => name === ask.sheet);
    if (sheet === undefined) throw refused('SHEET_UNKNOWN');
    const { sheet: name, headerRow, columns } = ask;
    const sealed = sealMapping(own.vault, job.id, { sheet: name, headerRow, columns });
    await sql`update import_job set mapping = ${sealed} where id = ${job.id}`;
    await rememberMapping(tx, job.unionId, columns);
    await moveTo(sql, job.id, next, now);
    return viewNow(sql, job.id);
  },
});
