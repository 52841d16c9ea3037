// What a question and its answer are on the wire, and how far they may go.
import { Answer, type AnswerRefused } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import {
  isRefusal,
  late,
  Refusal,
  REFUSAL_KINDS,
  refused,
  unavailable,
  type RefusalDetails,
  type RefusalKind,
} from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';

export const BODY_BYTES_MAX = 1_000_000;
/** Open at once with one neighbour, in either direction. */
export const QUESTIONS_MAX = 16;
export const KIND = /^[a-z][a-z-]{0,39}$/;

const WAIT_MS_MAX = 5_000;
/** The answer comes back within this, and the caller hears from us before he stops waiting. */
const WAY_MS = 100;
const DETAILS_CHARS_MAX = 4_096;

/** How long this side waits, and how long the other may work; the caller's own deadline is not overrun. */
export function decideTimes(
  deadline: Date | undefined,
  now: Date,
): { timeoutMs: number; withinMs: number } {
  const left = deadline ? deadline.getTime() - now.getTime() : WAIT_MS_MAX;
  const timeoutMs = Math.min(left, WAIT_MS_MAX) - WAY_MS;
  const withinMs = timeoutMs - WAY_MS;
  if (withinMs <= 0) throw late('DEADLINE_EXCEEDED');
  return { timeoutMs, withinMs };
}

/** A time that somebody else has chosen, within our bounds. */
export function boundedMs(withinMs: number): number {
  return Math.min(Math.max(withinMs, 1), WAIT_MS_MAX);
}

export function answerOf(body: Buffer): Answer {
  if (body.length > BODY_BYTES_MAX) return refusalOf(refused('ANSWER_TOO_LONG'));
  return { body, refused: undefined };
}

/** Whether it is for the caller. That our own services do not know each other is nothing he could log in against. */
export function isTold(error: unknown): error is Refusal {
  return isRefusal(error) && error.kind !== 'unauthenticated';
}

/** A refusal goes as it is. Anything else is a fault of this end, whose words stay here. */
export function refusalOf(error: unknown): Answer {
  const { kind, code, details } = isTold(error) ? error : { kind: '', code: '', details: {} };
  const json = JSON.stringify(details);
  const text = json.length <= DETAILS_CHARS_MAX ? json : '{"detailsTooLong":true}';
  return { body: undefined, refused: { kind, code, details: text } };
}

/** The body of what came back from `node`; a refusal is thrown here as it was there, one of a later version too. */
export function decideAnswer(node: string, bytes: Uint8Array): Buffer {
  const { body, refused: no } = decoded(bytes) ?? {};
  if (no && CODE.test(no.code)) {
    throw new Refusal(isKind(no.kind) ? no.kind : 'refused', no.code, detailsOf(no));
  }
  if (!body || body.length > BODY_BYTES_MAX) throw unavailable('NEIGHBOUR_FAILED', { node });
  return body;
}

function decoded(bytes: Uint8Array): Answer | undefined {
  try {
    return Answer.decode(bytes);
  } catch {
    return undefined;
  }
}

const CODE = /^[A-Z][A-Z0-9_]{0,63}$/;

function isKind(text: string): text is RefusalKind {
  return (REFUSAL_KINDS as readonly string[]).includes(text);
}

const Details = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
) satisfies z.ZodType<RefusalDetails>;

/** What a neighbour of another version writes in another form is left out; the code says enough. */
function detailsOf(no: AnswerRefused): RefusalDetails {
  if (no.details.length > DETAILS_CHARS_MAX) return {};
  try {
    return Details.safeParse(JSON.parse(no.details)).data ?? {};
  } catch {
    return {};
  }
}
