// The thread in which the pages of exports are written. It keeps nothing from one page to the next.
import { parentPort } from 'node:worker_threads';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { writePage, type SealedPage } from './export-page.ts';
import type { PageAnswer } from './page-thread.ts';

parentPort?.on('message', (page: SealedPage) => {
  const answer = answerTo(page);
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : []);
});

function answerTo(page: SealedPage): PageAnswer {
  try {
    return { bytes: writePage(page) };
  } catch (error) {
    if (isRefusal(error)) {
      const { kind, code, details } = error;
      return { refusal: { kind, code, details } };
    }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
