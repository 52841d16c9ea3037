import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answer, client } from '../client.ts';
import { yuan } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { Grant, GrantRule } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { applyFields, recordKinds, type FieldName, type Values } from './grant-fields.ts';
import { GrantForm } from './grant-form.tsx';
import { grantQueries } from './grants-queries.ts';
import { applicationBody, appliedFor, valuesOf } from './rule-bodies.ts';

/** A union asks for a grant, of this node or of its superior. */
export function ApplyDialog({ onClose }: { onClose: () => void }): ReactElement {
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const rules = (useQuery(grantQueries.rules()).data ?? []).filter(appliedFor);
  const kindOf = ({ rule }: Values) => rules.find(({ ruleId }) => ruleId === rule)?.kind ?? '';
  const records = useRecords();
  const fields = (values: Values): readonly FieldName[] => {
    const kind = kindOf(values);
    return kind === '' ? ['rule'] : ['rule', 'union', ...applyFields(kind)];
  };
  return (
    <GrantForm
      name="apply"
      fields={fields}
      first={{ union: scope }}
      choices={(values) => ({ rule: rules.map(ruleChoice), recordKind: records(kindOf(values)) })}
      send={(values, key) => {
        const { rule: ruleId = '', union: unionId = '' } = values;
        const body = { ruleId, unionId, ...applicationBody(values, kindOf(values)) };
        return answer(client.POST('/fund/grants', { headers: { 'Idempotency-Key': key }, body }));
      }}
      onClose={onClose}
    />
  );
}

export function AmendDialog(props: { grant: Grant; onClose: () => void }): ReactElement {
  const { grant, onClose } = props;
  const records = useRecords();
  return (
    <GrantForm
      name="amend"
      fields={() => applyFields(grant.kind)}
      first={valuesOf(grant, (fen) => yuan(fen, 'en'))}
      choices={() => ({ recordKind: records(grant.kind) })}
      send={(values, key) => {
        const params = { path: { grantId: grant.grantId } };
        const body = { expectedVersion: grant.version, ...applicationBody(values, grant.kind) };
        const headers = { 'Idempotency-Key': key };
        return answer(client.POST('/fund/grants/{grantId}/amendment', { params, headers, body }));
      }}
      onClose={onClose}
    />
  );
}

function ruleChoice({ ruleId, name, documentNo, issuer }: GrantRule): readonly [string, string] {
  return [ruleId, [name, documentNo, issuer].filter(Boolean).join(' · ')];
}

function useRecords() {
  const label = useLabels();
  return (kind: string) =>
    recordKinds(kind).map((code) => [code, label('grantRecord', code)] as const);
}
