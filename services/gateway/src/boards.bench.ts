// Measures a score board: from a change in the service to each of a thousand viewers.
// node services/gateway/src/boards.bench.ts [viewers]
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Standing } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { percentile, printRows } from '@gonglian/testing/bench.ts';
import { openWorld } from './world.fixture.ts';

const viewers = Number(process.argv[2] ?? 1_000);
const CHANGES = 25;
const GOAL_MS = 500;
const BENCHES = 60;
/** Connections that are opened at once: halls fill one by one. */
const AT_ONCE = 50;
const PATH = '/api/v1/competitions/c-1/trades/t-1/standing';

const now = { total: 0 };
const standing = () =>
  Standing.fromPartial({
    stage: 'FINAL',
    items: Array.from({ length: BENCHES }, (_, n) => ({
      benchNo: n + 1,
      rank: n + 1,
      totalHundredths: n === 0 ? now.total : 9_000 - n,
      practicalHundredths: 6_000 - n,
      seconds: 3_000 + n,
    })),
  });

const board = await measureBoard();
const raw = await measureRaw();
const [value, limitValue] = [percentile(board, 99), percentile(raw, 99)];
printRows([
  {
    name: `score board, from a change to each of ${viewers.toLocaleString('en')} viewers, p99`,
    value,
    unit: 'ms',
    limitName: 'the same text from a bare Node server that is told at once, p99',
    limitValue,
    ratio: value / limitValue,
    goal: `at most ${GOAL_MS} ms`,
    met: value <= GOAL_MS,
  },
]);
process.exitCode = value <= GOAL_MS ? 0 : 1;

async function measureBoard(): Promise<number[]> {
  const limits = { streamsOfOne: viewers + 1, boardStreams: viewers, requestsPerMinute: 1_000_000 };
  const far = { competitions: { getStanding: async () => standing() } };
  const world = await openWorld(far, { limits });
  try {
    const { token } = await world.logIn();
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    return await measure(world.url + PATH, headers, () => undefined);
  } finally {
    await world.stop();
  }
}

/** Nothing but the writing: no session, no question, no pause. */
async function measureRaw(): Promise<number[]> {
  const open = new Set<ServerResponse>();
  const text = () => `event: message\ndata: ${JSON.stringify(Standing.toJSON(standing()))}\n\n`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text());
    open.add(response);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const taken = await measure(`http://127.0.0.1:${port}/`, {}, () => {
    const said = text();
    for (const response of open) response.write(said);
  });
  server.closeAllConnections();
  server.close();
  return taken;
}

/** Milliseconds from each change to each viewer. */
async function measure(
  url: string,
  headers: Record<string, string>,
  onChange: () => void,
): Promise<number[]> {
  now.total = 1_000;
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  const taken: number[] = [];
  const told = { atMs: 0, mark: '' };
  const answers: IncomingMessage[] = [];
  for (let from = 0; from < viewers; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, viewers - from);
    answers.push(
      ...(await Promise.all(Array.from({ length: count }, () => view(url, headers, agent)))),
    );
  }
  for (const answer of answers) {
    let tail = '';
    answer.on('data', (piece: Buffer) => {
      // A mark may be parted by the border of two pieces.
      const text = tail + piece.toString('latin1');
      tail = text.slice(-told.mark.length);
      if (told.mark !== '' && text.includes(told.mark)) {
        taken.push(performance.now() - told.atMs);
        tail = '';
      }
    });
  }
  await sleep(1_000);
  for (let change = 1; change <= CHANGES; change += 1) {
    now.total += 1;
    told.mark = `"totalHundredths":${now.total}`;
    told.atMs = performance.now();
    onChange();
    for (let waits = 0; taken.length < change * viewers && waits < 500; waits += 1) await sleep(10);
    // Not in step with the board's own pause.
    await sleep(37 * (change % 7));
  }
  for (const answer of answers) answer.destroy();
  agent.destroy();
  if (taken.length !== CHANGES * viewers) throw new Error(`told ${taken.length} times only`);
  return taken;
}

function view(
  url: string,
  headers: Record<string, string>,
  agent: Agent,
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    get(url, { headers, agent }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`answered ${answer.statusCode}`));
      answer.once('data', () => done(answer));
    }).once('error', fail);
  });
}
