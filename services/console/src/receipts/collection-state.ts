// A tax bureau's file as the screen sees it: whether it goes on by itself, and what may be done with it.
const working = new Set(['READING', 'POSTING']);
const cancellable = new Set(['UPLOADING', 'READING', 'CHECKED']);

/** The node is at work on it, so it changes without anybody asking. */
export function isWorking(state: string): boolean {
  return working.has(state);
}

/** Nothing of it is in the books. */
export function isCancellable(state: string): boolean {
  return cancellable.has(state);
}
