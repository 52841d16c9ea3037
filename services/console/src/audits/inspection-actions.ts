// What is asked of the node about inspections.
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { InspectionUnit } from '../shapes.ts';
import type { FieldName, Values } from './audit-fields.ts';

export const PLAN_FIELDS = ['title', 'fiscalYear', 'jointBody', 'basis', 'unionIds'] as const;
export const VISIT_FIELDS = [
  'on',
  'organisingResult',
  'organisingNote',
  'moneyResult',
  'moneyNote',
] as const satisfies readonly FieldName[];

export function planRound(values: Values, key: string): Promise<unknown> {
  const { title = '', fiscalYear = '', jointBody = '', basis = '', unionIds = '' } = values;
  const units = unionIds.split(' ').filter(Boolean);
  const body = { title, fiscalYear: Number(fiscalYear), jointBody, basis, unionIds: units };
  return answer(client.POST('/inspections', { headers: { 'Idempotency-Key': key }, body }));
}

export function visit(
  roundId: string,
  { unionId, version }: InspectionUnit,
  values: Values,
  key: string,
): Promise<unknown> {
  const { on: inspectedOn = '', organisingResult = '', organisingNote = '' } = values;
  const { moneyResult = '', moneyNote = '' } = values;
  const said = { organisingResult, organisingNote, moneyResult, moneyNote };
  const body = { expectedVersion: version, inspectedOn, ...said };
  const params = { path: { roundId, unionId } };
  const headers = { 'Idempotency-Key': key };
  return answer(
    client.POST('/inspections/{roundId}/units/{unionId}/result', { params, headers, body }),
  );
}

export function raiseInRound(
  roundId: string,
  { unionId }: InspectionUnit,
  values: Values,
  key: string,
): Promise<unknown> {
  const { amount = '', category = '', title = '', clause = '', cause = '' } = values;
  const { responsiblePost = '', suggestion = '' } = values;
  const words = { category, title, clause, cause, responsiblePost, suggestion };
  const params = { path: { roundId, unionId } };
  const headers = { 'Idempotency-Key': key };
  const body = { ...words, amountFen: fenOf(amount) };
  return answer(
    client.POST('/inspections/{roundId}/units/{unionId}/findings', { params, headers, body }),
  );
}
