// How long a session lasts: a fixed time from log-in, less where nobody uses it.

/** Minutes; `openMax` is how many of one account may be open at once. */
export interface SessionLife {
  readonly absoluteMinutes: number;
  readonly idleMinutes: number;
  readonly openMax: number;
}
export const SESSION_LIFE: SessionLife = { absoluteMinutes: 8 * 60, idleMinutes: 30, openMax: 20 };

/** Milliseconds since 1970. */
export interface SessionTimes {
  readonly openedMs: number;
  readonly seenMs: number;
  readonly endsMs: number;
  readonly closedMs: number | null;
}

const MINUTE_MS = 60_000;

/** When a session that is opened now ends at the latest. */
export function decideEnd(nowMs: number, life: SessionLife): number {
  return nowMs + life.absoluteMinutes * MINUTE_MS;
}

/** When it ends if nobody uses it any more. */
export function expiresMs({ seenMs, endsMs }: SessionTimes, life: SessionLife): number {
  return Math.min(seenMs + life.idleMinutes * MINUTE_MS, endsMs);
}

export function isLive(session: SessionTimes, life: SessionLife, nowMs: number): boolean {
  return session.closedMs === null && nowMs < expiresMs(session, life);
}

/** Which of the open sessions make room for one more, the oldest first. */
export function decideRoom<Open extends SessionTimes>(
  open: readonly Open[],
  life: SessionLife,
): Open[] {
  const oldestFirst = open.toSorted((one, other) => one.openedMs - other.openedMs);
  return oldestFirst.slice(0, Math.max(0, open.length + 1 - life.openMax));
}
