// The thread in which an uploaded file is read. It works only when asked, and may be ended at any time.
import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { openSource } from './open-source.ts';
import type { PackedRows } from './row-batch.ts';
import type { SheetAnswer, SheetQuestion, SheetThreadData } from './sheet-messages.ts';
import type { SheetSource } from './sheet-row.ts';

const CURSORS_MAX = 16;

const { file, fileName, limits } = workerData as SheetThreadData;
const cursors = new Map<number, AsyncGenerator<PackedRows>>();
let source: SheetSource | undefined;
let lastCursor = 0;

parentPort?.on('message', (question: SheetQuestion) => {
  void answerTo(question)
    .then((answer): SheetAnswer => ({ answer }), failed)
    .then((answer) => parentPort?.postMessage(answer, []));
});

async function answerTo(question: SheetQuestion) {
  switch (question.ask) {
    case 'open':
      source = await openSource(file, fileName, limits);
      return [...source.sheets];
    case 'rows':
      return openCursor(question.sheet);
    case 'next':
      return nextBatch(question.cursor);
    case 'stop':
      await cursors.get(question.cursor)?.return(undefined);
      cursors.delete(question.cursor);
      return undefined;
  }
}

function openCursor(sheet: string): number {
  if (source === undefined || cursors.size >= CURSORS_MAX) throw new Error('no cursor is free');
  lastCursor += 1;
  cursors.set(lastCursor, source.rows(sheet));
  return lastCursor;
}

/** The rows' bytes; undefined after the last. */
async function nextBatch(id: number): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = (await cursors.get(id)?.next())?.value ?? undefined;
    return bytes;
  } finally {
    if (bytes === undefined) cursors.delete(id);
  }
}

function failed(error: unknown): SheetAnswer {
  if (isRefusal(error)) {
    const { kind, code, details } = error;
    return { refusal: { kind, code, details } };
  }
  return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
