import { Trouble } from '@gonglian/embedded/trouble.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { openClient, type NodeClient } from '../node-api.ts';
import { BANK } from './fund-desk.ts';

/** A node above, with the level it is of. */
export interface Upward {
  region: string;
  origin: string;
  level: string;
}

interface Settlement {
  settlementId: string;
  state: string;
  version: number;
  amountFen: string;
}

interface Payers {
  finance: NodeClient;
  chair: NodeClient;
}

const WAIT_MS = 500;
const WAITS_MAX = 360;

/** Level by level: each keeps its share and sends the rest on, a day later. */
export async function remitUp(
  from: Payers,
  region: string,
  { levelFen, sentOn }: { levelFen: number; sentOn: string },
  upward: readonly Upward[],
): Promise<void> {
  const [next] = upward;
  if (!next || levelFen === 0) return;
  const { settlementId } = await remit(from, region, upward, { levelFen, sentOn });
  const at = await deskOf(next);
  const receivedOn = addDays(sentOn, 1);
  await receive(at.finance, settlementId, receivedOn);
  await remitUp(at, region, { levelFen, sentOn: addDays(receivedOn, 1) }, upward.slice(1));
}

async function deskOf({ region, origin }: Upward): Promise<Payers> {
  const client = (user: string) => openClient(region, origin, user);
  return { finance: await client('finance'), chair: await client('chair') };
}

async function remit(
  { finance, chair }: Payers,
  collector: string,
  upward: readonly Upward[],
  { levelFen, sentOn }: { levelFen: number; sentOn: string },
): Promise<Settlement> {
  const toNode = upward[0]?.region ?? '';
  const key = `remittance of ${collector} to ${toNode}`;
  const proposed = await finance.post<Settlement>('/settlements', key, {
    toNode,
    kind: 'REMITTANCE',
    period: '2020-06',
    amountFen: String(levelFen * upward.length),
    shares: upward.map(({ level }) => ({ level, amountFen: String(levelFen) })),
    bank: BANK,
    purpose: '上半年上解经费',
    project: '',
    docNo: '',
    permittedCodes: [],
    deadline: '',
  });
  const { settlementId, version: expectedVersion } = proposed;
  const approval = `/settlements/${settlementId}/approval`;
  return chair.post<Settlement>(approval, `${key} approval`, { expectedVersion, sentOn });
}

/** As soon as the letter has come; bounded. */
async function receive(
  finance: NodeClient,
  settlementId: string,
  receivedOn: string,
): Promise<void> {
  for (let waits = 0; waits < WAITS_MAX; waits += 1) {
    const { items } = await finance.get<{ items: Settlement[] }>(
      '/settlements?direction=IN&limit=100',
    );
    const found = items.find((one) => one.settlementId === settlementId);
    if (found?.state === 'EXPECTED') {
      const { version: expectedVersion, amountFen: receivedFen } = found;
      const body = { expectedVersion, receivedOn, receivedFen, bank: BANK };
      await finance.post(`/settlements/${settlementId}/receipt`, `receipt ${settlementId}`, body);
    }
    if (found) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Trouble(`${finance.region} has not heard of the remittance ${settlementId}`);
}
