/** Lets one loop sleep until somebody rings or a time has passed; a ring while awake is not lost. */
export interface Bell {
  ring(): void;
  /** Sleeps until a ring, at most `timeoutMs`. */
  heard(timeoutMs: number): Promise<void>;
  /** Sleeps for all of `ms`, ring or not. */
  silence(ms: number): Promise<void>;
  /** Ends this and every later sleep at once. */
  close(): void;
}

export function createBell(): Bell {
  let rung = false;
  let closed = false;
  let wake: (() => void) | undefined;

  function sleep(ms: number, wakes: 'by ring' | 'when closed'): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (wakes === 'when closed' && !closed) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    ring() {
      rung = true;
      wake?.();
    },
    async heard(timeoutMs) {
      if (!rung && !closed) await sleep(timeoutMs, 'by ring');
      rung = false;
    },
    async silence(ms) {
      if (!closed && ms > 0) await sleep(ms, 'when closed');
    },
    close() {
      closed = true;
      wake?.();
    },
  };
}
