// What may be done with a card: in which state and duty, by whom, and what has to be said for it.
import { answer, client } from '../client.ts';
import type { Asset } from '../shapes.ts';
import type { FormValues } from '../ui/form-dialog.tsx';

export const CLASSES = [
  'COMPUTER',
  'OFFICE_EQUIPMENT',
  'FURNITURE',
  'VEHICLE',
  'SPECIAL_EQUIPMENT',
  'BUILDING',
  'OTHER',
  'INTANGIBLE',
] as const;
export const OWNERSHIPS = ['union', 'state'] as const;
export const DISPOSALS = ['SCRAPPED', 'SOLD', 'GIVEN', 'LOST'] as const;
export const STATES = [
  'IN_USE',
  'IDLE',
  'PROPOSED',
  'ORDERED',
  'DISPOSING',
  'MISSING',
  'DISPOSED',
  'WITHDRAWN',
] as const;

export const FIELDS_OF = {
  approve: [],
  withdraw: [],
  move: ['place', 'custodian', 'usage', 'idle'],
  propose: ['disposalKind', 'reason', 'documentNo'],
  agree: ['disposedOn'],
  refuse: [],
} as const;
export type AssetActionName = keyof typeof FIELDS_OF;

const OFFERS: Readonly<
  Record<AssetActionName, { from: readonly string[]; duties: readonly string[] }>
> = {
  approve: { from: ['PROPOSED'], duties: ['finance', 'chair'] },
  withdraw: { from: ['PROPOSED', 'ORDERED'], duties: ['clerk', 'finance'] },
  move: { from: ['IN_USE', 'IDLE'], duties: ['clerk', 'finance'] },
  propose: { from: ['IN_USE', 'IDLE'], duties: ['clerk', 'finance'] },
  agree: { from: ['DISPOSING'], duties: ['finance', 'chair'] },
  refuse: { from: ['DISPOSING'], duties: ['finance', 'chair'] },
};

/** Whoever wrote it down is not asked to agree to it. */
export function offers(asset: Asset, { duty, accountId }: Reader): AssetActionName[] {
  const names = Object.keys(OFFERS) as AssetActionName[];
  return names.filter((name) => {
    const { from, duties } = OFFERS[name];
    const own = name === 'approve' ? asset.registeredBy : asset.disposalBy;
    const second = ['approve', 'agree', 'refuse'].includes(name);
    return from.includes(asset.state) && duties.includes(duty) && !(second && own === accountId);
  });
}
interface Reader {
  duty: string;
  accountId: string;
}

export function send(
  name: AssetActionName,
  { assetId, version }: Asset,
  values: FormValues,
  key: string,
): Promise<unknown> {
  const about = { params: { path: { assetId } }, headers: { 'Idempotency-Key': key } };
  const step = { expectedVersion: version };
  const { place = '', custodian = '', usage = '', idle = '', disposedOn = '' } = values;
  const { disposalKind = '', reason = '', documentNo = '' } = values;
  switch (name) {
    case 'approve':
      return answer(client.POST('/assets/{assetId}/approval', { ...about, body: step }));
    case 'withdraw':
      return answer(client.POST('/assets/{assetId}/withdrawal', { ...about, body: step }));
    case 'move': {
      const body = { ...step, place, custodian, usage, idle: idle === 'yes' };
      return answer(client.POST('/assets/{assetId}/place', { ...about, body }));
    }
    case 'propose': {
      const body = { ...step, disposalKind, reason, documentNo };
      return answer(client.POST('/assets/{assetId}/disposal', { ...about, body }));
    }
    case 'agree':
    case 'refuse': {
      const body = { ...step, agreed: name === 'agree', disposedOn };
      return answer(client.POST('/assets/{assetId}/disposal-decision', { ...about, body }));
    }
  }
}
