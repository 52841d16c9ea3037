import { Worker } from 'node:worker_threads';
import { Refusal, refused } from '@gonglian/kernel/refusal.ts';
import type {
  SheetAnswer,
  SheetAnswers,
  SheetQuestion,
  SheetThreadData,
} from './sheet-messages.ts';

/** A thread that reads one file. Questions are answered one after the other. */
export interface SheetThread {
  ask<Ask extends keyof SheetAnswers>(
    ask: Ask,
    question: SheetQuestion & { ask: Ask },
  ): Promise<SheetAnswers[Ask]>;
  isAlive(): boolean;
  end(): Promise<void>;
}

const LOOK_EVERY_MS = 200;
/** Where other work has the processor, the thread waits; for ever it does not. */
const WAIT_PER_CPU = 5;
const YOUNG_MB = 16;
/** With less a thread cannot even begin, and what V8 cannot begin it ends, with the whole process. */
const OLD_MB_LEAST = 32;
/** Of `memoryMb`, for what the thread keeps outside its heap: shared strings, packed rows, chunks. */
const OUTSIDE_HEAP = 0.4;

export function startThread(
  data: SheetThreadData,
  script = new URL('./sheet-worker.ts', import.meta.url),
): SheetThread {
  const { cpuMs, memoryMb } = data.limits;
  const worker = new Worker(script, {
    workerData: data,
    // The file's thread knows nothing of the process's settings.
    env: {},
    execArgv: [],
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_MB,
      maxOldGenerationSizeMb: Math.max(OLD_MB_LEAST, memoryMb * (1 - OUTSIDE_HEAP) - YOUNG_MB),
    },
  });
  let gone: Error | undefined;
  let settle: { resolve(answer: SheetAnswer): void; reject(error: Error): void } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waitedMs = 0;

  const fail = (error: Error) => {
    gone ??= error;
    settle?.reject(gone);
    void worker.terminate();
  };
  worker.on('message', (answer: SheetAnswer) => settle?.resolve(answer));
  worker.on('error', (error: NodeJS.ErrnoException) => {
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused('SHEET_MEMORY') : error);
  });
  worker.on('exit', () => fail(new Error('the reader of the sheet has ended')));

  async function look(): Promise<void> {
    waitedMs += LOOK_EVERY_MS;
    const late = refused('SHEET_TIMEOUT', { limitMs: cpuMs });
    if (waitedMs > cpuMs * WAIT_PER_CPU) return fail(late);
    const { user, system } = await worker.cpuUsage();
    if ((user + system) / 1_000 > cpuMs) fail(late);
  }

  async function send(question: SheetQuestion): Promise<SheetAnswer> {
    if (gone) throw gone;
    worker.ref();
    // A thread that has just ended says nothing of its time; its end says it.
    const looking = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
    try {
      return await new Promise<SheetAnswer>((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(question, []);
      });
    } finally {
      clearInterval(looking);
      settle = undefined;
      worker.unref();
    }
  }

  return {
    async ask(_, question) {
      const answered = last.then(() => send(question));
      last = answered.catch(() => undefined);
      return contentOf(await answered) as never;
    },
    isAlive: () => gone === undefined,
    async end() {
      gone ??= new Error('the reader of the sheet was closed');
      settle?.reject(gone);
      await worker.terminate();
    },
  };
}

function contentOf(answer: SheetAnswer): unknown {
  if ('refusal' in answer) {
    const { kind, code, details } = answer.refusal;
    throw new Refusal(kind, code, details);
  }
  if ('failure' in answer) throw new Error(`the reader of the sheet failed: ${answer.failure}`);
  return answer.answer;
}
