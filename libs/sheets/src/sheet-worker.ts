// The thread in which an uploaded file is read. It works only when asked, and may be ended at any time.
import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { openSource } from './open-source.ts';
import type { RowBatch, SheetAnswer, SheetQuestion, SheetThreadData } from './sheet-messages.ts';
import type { SheetRow, SheetSource } from './sheet-row.ts';

const ROWS_A_BATCH = 500;
const CHARS_A_BATCH = 256 * 1024;
const CURSORS_MAX = 16;

interface Cursor {
  portions: AsyncGenerator<SheetRow[]>;
  waiting: SheetRow[];
}

const { file, fileName, limits } = workerData as SheetThreadData;
const cursors = new Map<number, Cursor>();
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
      await cursors.get(question.cursor)?.portions.return(undefined);
      cursors.delete(question.cursor);
      return undefined;
  }
}

function openCursor(sheet: string): number {
  if (source === undefined || cursors.size >= CURSORS_MAX) throw new Error('no cursor is free');
  lastCursor += 1;
  cursors.set(lastCursor, { portions: source.rows(sheet), waiting: [] });
  return lastCursor;
}

async function nextBatch(id: number): Promise<RowBatch> {
  const cursor = cursors.get(id);
  if (cursor === undefined) return { rows: [], done: true };
  const rows: SheetRow[] = [];
  for (let chars = 0; rows.length < ROWS_A_BATCH && chars < CHARS_A_BATCH;) {
    const row = cursor.waiting.pop();
    if (row) {
      rows.push(row);
      for (const cell of row.cells) chars += cell.length;
      continue;
    }
    const portion = await cursor.portions.next();
    if (portion.done) {
      cursors.delete(id);
      return { rows, done: true };
    }
    // Taken from the end, so that taking costs nothing.
    cursor.waiting = portion.value.toReversed();
  }
  return { rows, done: false };
}

function failed(error: unknown): SheetAnswer {
  if (isRefusal(error)) {
    const { kind, code, details } = error;
    return { refusal: { kind, code, details } };
  }
  return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
