// A few threads of the process write the pages of all exports, so that reading the next page and sending the last one
// go on meanwhile, and many exports at once cost no more memory than one.
import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalDetails, type RefusalKind } from '@gonglian/kernel/refusal.ts';
import type { SealedPage } from './export-page.ts';

export type PageAnswer =
  | { bytes: Uint8Array<ArrayBuffer> }
  | { refusal: { kind: RefusalKind; code: string; details: RefusalDetails } }
  | { failure: string };

interface Waiting {
  resolve(answer: PageAnswer): void;
  reject(error: Error): void;
}

interface PageThread {
  waiting: readonly Waiting[];
  ask(page: SealedPage): Promise<PageAnswer>;
}

/** Opening sealed fields is most of the work: with two, reading and sending are not what waits. */
export const THREADS_MAX = 2;
/** A thread that has not answered for so long has nothing to do, or will never be done. */
const SILENT_MS = 60_000;
const HEAP = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 64 };

const threads = new Set<PageThread>();

/** The page as a portion of its file; refused SEAL_UNKNOWN, SEAL_BROKEN, SHEET_CELL_TOO_LONG. */
export async function writeInThread(page: SealedPage): Promise<Buffer> {
  const [free] = [...threads].toSorted((a, b) => a.waiting.length - b.waiting.length);
  const busy = free === undefined || free.waiting.length > 0;
  const thread = busy && threads.size < THREADS_MAX ? startThread() : free;
  if (thread === undefined) throw new Error('no thread to write with');
  const answer = await thread.ask(page);
  if ('bytes' in answer) return Buffer.from(answer.bytes.buffer);
  if ('failure' in answer) throw new Error(`a page was not written: ${answer.failure}`);
  const { kind, code, details } = answer.refusal;
  throw new Refusal(kind, code, details);
}

/** It answers in the order it is asked, and ends when nothing has been asked of it for a while. */
function startThread(): PageThread {
  const waiting: Waiting[] = [];
  const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
    // It knows nothing of the process's settings.
    env: {},
    execArgv: [],
    resourceLimits: HEAP,
  });
  const thread: PageThread = {
    waiting,
    ask: (page) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) silence.refresh();
        waiting.push({ resolve, reject });
        worker.ref();
        worker.postMessage(page, []);
      }),
  };
  const end = (error: Error): void => {
    threads.delete(thread);
    clearTimeout(silence);
    for (const one of waiting.splice(0)) one.reject(error);
    void worker.terminate();
  };
  const silence = setTimeout(() => end(new Error('a page took too long to write')), SILENT_MS);
  silence.unref();
  worker.unref();
  worker.on('message', (answer: PageAnswer) => {
    silence.refresh();
    waiting.shift()?.resolve(answer);
    if (waiting.length === 0) worker.unref();
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the writer of exports has ended')));
  threads.add(thread);
  return thread;
}
