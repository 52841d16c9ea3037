// Listens for the questions of each neighbour, and knows the way to each.
import type { NatsConnection } from '@gonglian/messaging/connection.ts';
import { listenForQuestions, questionSubject } from '@gonglian/messaging/questions.ts';
import { unavailable } from '@gonglian/kernel/refusal.ts';
import type { Running } from '@gonglian/service/handler.ts';
import { observe } from '@gonglian/service/metrics.ts';
import { keepWorking } from '@gonglian/service/own-work.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Asked } from '../link/board.ts';
import type { Uplink } from '../link/uplink.ts';
import type { Own } from '../pipeline.ts';
import { answering } from './answer.ts';
import { askOver, type Way } from './ask.ts';
import { openPlaces, type Places } from './places.ts';
import { QUESTIONS_MAX } from './question.ts';

export interface Questions {
  ask(node: string, asked: Asked): Promise<Buffer>;
  stop(): Promise<void>;
}

/** One neighbour, as both ends of its questions need it: the two subjects, seen from here. */
interface Neighbour extends Way {
  hears: string;
  answers: Places;
  linked(): Promise<NatsConnection>;
}

export function startQuestions(
  { own }: Running<Own>,
  connection: NatsConnection,
  uplink: Uplink | undefined,
  secret: Buffer,
  log: Logger,
): Questions {
  const neighbours = own.subordinates.map((node) => below(node, own.regionCode, connection));
  if (uplink && own.superior) neighbours.push(above(own.superior.region, own.regionCode, uplink));
  const ways = new Map(neighbours.map((one) => [one.node, one]));
  const listeners = neighbours.map((one) => {
    const { node: from, answers: places } = one;
    return keepListening(one, answering({ own, from, places, secret, log }), log);
  });
  observe('gonglian_questions_open', 'Questions between neighbours without an answer yet', () =>
    neighbours.flatMap(({ node, places, answers }) => [
      { value: places.taken(), labels: { neighbour: node, side: 'asks' } },
      { value: answers.taken(), labels: { neighbour: node, side: 'answers' } },
    ]),
  );
  return {
    async ask(node, asked) {
      const way = ways.get(node);
      if (!way) throw unavailable('NEIGHBOUR_AWAY', { node });
      return askOver(way, asked);
    },
    async stop() {
      await Promise.all(listeners.map((listener) => listener.stop()));
    },
  };
}

function above(node: string, region: string, { outward }: Uplink): Neighbour {
  return {
    node,
    subject: questionSubject(region, 'up'),
    hears: questionSubject(region, 'down'),
    places: openPlaces(node, QUESTIONS_MAX),
    answers: openPlaces(region, QUESTIONS_MAX),
    connection: () => (outward.connected() ? outward.linked() : undefined),
    linked: () => outward.linked(),
  };
}

function below(node: string, region: string, connection: NatsConnection): Neighbour {
  return {
    node,
    subject: questionSubject(node, 'down'),
    hears: questionSubject(node, 'up'),
    places: openPlaces(node, QUESTIONS_MAX),
    answers: openPlaces(region, QUESTIONS_MAX),
    connection: () => Promise.resolve(connection),
    linked: () => Promise.resolve(connection),
  };
}

/** Again after a while where listening ends: a connection was closed, or a superior does not allow it yet. */
function keepListening(
  { node, hears, linked }: Neighbour,
  answer: (question: Uint8Array) => Promise<Uint8Array>,
  log: Logger,
): { stop(): Promise<void> } {
  let stopped: Promise<undefined> | undefined;
  const listen = async (signal: AbortSignal): Promise<boolean> => {
    stopped ??= new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const connection = await Promise.race([linked(), stopped]);
    if (!connection || signal.aborted) return false;
    const listening = listenForQuestions(connection, hears, answer);
    await Promise.race([listening.ended, stopped]);
    await listening.stop();
    if (!signal.aborted) throw new Error('the subscription has ended');
    return false;
  };
  return keepWorking(`listening to the questions of ${node}`, listen, log);
}
