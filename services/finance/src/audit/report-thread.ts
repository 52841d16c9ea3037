// Draws reports in a thread beside, one after another, so that many at once cost no more memory than one.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { busy } from '@gonglian/kernel/refusal.ts';
import type { About } from './draw-report.ts';
import type { Block } from './report-text.ts';

const WAITING_MAX = 20;
const DRAWING_MS = 30_000;
const HEAP = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 384 };

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Refused busy REPORTS_WAITING where too many wait already. */
export async function drawInThread(blocks: readonly Block[], about: About): Promise<Buffer> {
  if (waiting >= WAITING_MAX) throw busy('REPORTS_WAITING', { max: WAITING_MAX });
  waiting += 1;
  const before = last;
  const drawn = before.then(() => draw(blocks, about));
  // The next one waits for the end of this one, however it ends.
  last = drawn.catch(() => undefined);
  try {
    return await drawn;
  } finally {
    waiting -= 1;
  }
}

async function draw(blocks: readonly Block[], about: About): Promise<Buffer> {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), {
    // It knows nothing of the process's settings.
    env: {},
    execArgv: [],
    resourceLimits: HEAP,
    workerData: { blocks, about },
  });
  try {
    const answer = once(worker, 'message', { signal: AbortSignal.timeout(DRAWING_MS) });
    const [bytes] = (await answer) as [Uint8Array];
    return Buffer.from(bytes);
  } finally {
    await worker.terminate();
  }
}
