import type { ServerWritableStream } from '@grpc/grpc-js';

/**
 * Writes the parts of an answer as fast as the caller takes them: the next one is only made when
 * there is room for it, so that a slow caller costs a handful of parts of memory and not the whole
 * answer. Ends quietly when the caller has gone; what makes the parts is then returned from.
 */
export async function sendParts(
  parts: AsyncIterable<unknown>,
  call: ServerWritableStream<unknown, unknown>,
  signal: AbortSignal,
): Promise<void> {
  for await (const part of parts) {
    if (signal.aborted) break;
    if (!call.write(part)) await roomIn(call, signal);
    if (signal.aborted) break;
  }
  // Of a call that was given up nothing more can be said; ending it frees what it holds.
  call.end();
}

function roomIn(call: ServerWritableStream<unknown, unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      call.off('drain', go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    call.once('drain', go);
    signal.addEventListener('abort', go, { once: true });
    if (signal.aborted) go();
  });
}
