// What the node is sent for a rule, a list and an application, from what was typed.
import type { Grant, GrantRule } from '../shapes.ts';
import { fenOf } from '../settlements/fen.ts';
import { applyFields, ruleFields, type FieldName, type Values } from './grant-fields.ts';
import { basisPoints, readMembers, readTiers } from './read-pairs.ts';

/** Of fields that are asked for; what was typed under another kind does not go along. */
function asked(values: Values, fields: readonly FieldName[]) {
  return (name: FieldName): string => (fields.includes(name) ? (values[name] ?? '').trim() : '');
}

export function ruleBody(values: Values) {
  const kind = values.kind ?? '';
  const read = asked(values, ruleFields(kind));
  return {
    kind,
    ruleCode: read('ruleCode'),
    name: read('name'),
    documentNo: read('documentNo'),
    validFrom: read('validFrom'),
    amountFen: fenOf(read('standard') || read('floor')),
    years: Number(read('years')),
    matchingBp: basisPoints(read('matching')),
    recipientLevel: read('recipientLevel'),
    tiers: readTiers(read('tiers')),
    members: readMembers(read('members')),
    accountCode: read('accountCode'),
    project: read('project'),
    permittedCodes: read('permittedCodes')
      .split(/[,， ]+/)
      .filter((code) => code !== ''),
    useDays: Number(read('useDays')),
  };
}

export function applicationBody(values: Values, kind: string) {
  const read = asked(values, applyFields(kind));
  const document = read('document');
  const title = values.documentTitle ?? '';
  return {
    appliedFen: fenOf(read('applied')),
    matchingBp: basisPoints(read('matching')),
    beneficiary: read('beneficiary'),
    recordKind: read('recordKind'),
    recordId: read('recordId'),
    acceptanceSha256: read('acceptance'),
    documents: document === '' ? [] : [{ title, sha256: document }],
    reason: read('why'),
  };
}

/** Where the form of a returned application begins. */
export function valuesOf(grant: Grant, yuanOf: (fen: string) => string): Values {
  return {
    applied: yuanOf(grant.appliedFen),
    matching: String(grant.matchingBp / 100),
    beneficiary: grant.beneficiary,
    recordKind: grant.recordKind,
    recordId: grant.recordId,
    acceptance: grant.acceptanceSha256,
    document: grant.documents[0]?.sha256 ?? '',
    documentTitle: grant.documents[0]?.title ?? '',
    why: grant.reason,
  };
}

/** Nobody applies for what a rule lists itself. */
export function appliedFor({ kind, state }: GrantRule): boolean {
  return state === 'IN_FORCE' && kind !== 'BY_TIER' && kind !== 'FLOOR';
}

export function listed({ kind, state, issuer }: GrantRule): boolean {
  return state === 'IN_FORCE' && issuer === '' && (kind === 'BY_TIER' || kind === 'FLOOR');
}
