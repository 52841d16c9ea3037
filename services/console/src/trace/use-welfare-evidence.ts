import { useQuery } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import type { EvidenceStep } from '../shapes.ts';
import { welfareSource, withWelfare, type WelfareSource } from './welfare-evidence.ts';

/** The chain of a paid line as finance and welfare tell it together. */
export function useWelfareEvidence(steps: readonly EvidenceStep[]): readonly EvidenceStep[] {
  const source = welfareSource(steps);
  const known = useQuery({
    queryKey: ['welfare-evidence', source],
    queryFn: () => (source ? readGrant(source) : null),
    enabled: source !== undefined,
  }).data;
  return known ? withWelfare(steps, known) : steps;
}

/** Null for what is no relief: a gift, a claim. */
async function readGrant({ payoutId, seq }: WelfareSource) {
  const of = { params: { path: { payoutId } } };
  const { lines, payoutKind } = await answer(client.GET('/welfare-payouts/{payoutId}', of));
  const grantId = lines.find((line) => line.seq === seq)?.recordId ?? '';
  if (grantId === '' || !reliefKinds.includes(payoutKind)) return null;
  const path = { grantId };
  const query = { subject: 'RELIEF_GRANT', subjectId: grantId, limit: 20 };
  const [grant, { items: notices }] = await Promise.all([
    answer(client.GET('/relief-grants/{grantId}', { params: { path } })),
    answer(client.GET('/notices', { params: { query } })),
  ]);
  return { grant, notices };
}

const reliefKinds = ['LIVING_RELIEF', 'MEDICAL_RELIEF', 'STUDY_AID', 'TEMPORARY_RELIEF'];
