// This node as the one that is asked: the service that the question is for answers it.
import { Answer, Question } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { signActor } from '@gonglian/rpc/actor.ts';
import { measure } from '@gonglian/service/metrics.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { inSpan } from '@gonglian/telemetry/trace.ts';
import type { NeighbourAnswers, SyncNode } from '../pipeline.ts';
import type { Places } from './places.ts';
import { answerOf, BODY_BYTES_MAX, boundedMs, isTold, refusalOf } from './question.ts';

/** Whose questions are answered, and with what. */
export interface Answering {
  own: Pick<SyncNode, 'regionCode' | 'finance'>;
  /** The neighbour that speaks on this subject; what the question says of itself is not asked. */
  from: string;
  places: Places;
  secret: Buffer;
  log: Logger;
}

const TOKEN_SECONDS = 60;

/** Answers in any case: a refusal is an answer, and so is a failure, of which only that it was one is told. */
export function answering(its: Answering): (bytes: Uint8Array) => Promise<Uint8Array> {
  return async (bytes) => {
    try {
      const body = await its.places.within(() => answer(its, bytes));
      return Answer.encode(answerOf(body)).finish();
    } catch (error) {
      if (!isTold(error)) its.log.error({ err: error, from: its.from }, 'a question failed');
      return Answer.encode(refusalOf(error)).finish();
    }
  };
}

async function answer(its: Answering, bytes: Uint8Array): Promise<Buffer> {
  const { kind, body, withinMs, traceparent } = decoded(bytes);
  const answers = answersTo(its.own, kind);
  if (!answers) throw refused('QUESTION_KIND_UNKNOWN', { node: its.own.regionCode });
  const startedAt = performance.now();
  const question = { kind, body, deadlineMs: boundedMs(withinMs) };
  const work = () => ask(its, answers, question);
  try {
    return await measure('sync', `answer ${kind}`, () =>
      inSpan('sync.answer', { traceparent }, work),
    );
  } finally {
    const durationMs = Math.round(performance.now() - startedAt);
    its.log.info({ kind, from: its.from, durationMs }, 'a question of a neighbour was answered');
  }
}

/** Whose question it is; the names of kinds are the only ones that are logged and counted. */
function answersTo({ finance }: Answering['own'], kind: string): NeighbourAnswers | undefined {
  return kind === 'trace' ? finance : undefined;
}

async function ask(
  { own, from, secret }: Answering,
  answers: NeighbourAnswers,
  { kind, body, deadlineMs }: { kind: string; body: Buffer; deadlineMs: number },
): Promise<Buffer> {
  const actor = {
    id: 'question:sync',
    duty: 'service',
    scope: nodeRootUnionId(own.regionCode),
    node: own.regionCode,
    member: '',
  };
  const token = await signActor(secret, actor, TOKEN_SECONDS);
  const result = await answers.answerNeighbour({ node: from, kind, body }, { token, deadlineMs });
  return result.body;
}

function decoded(bytes: Uint8Array): Question {
  // Longer than any question with its envelope may be.
  if (bytes.length > 2 * BODY_BYTES_MAX) throw refused('QUESTION_MALFORMED');
  try {
    return Question.decode(bytes);
  } catch (cause) {
    throw refused('QUESTION_MALFORMED', {}, { cause });
  }
}
