// Starts what connects this node to others, and gives the use cases a view of it.
import { sourceOf, streamOf } from '@gonglian/contracts/envelope.ts';
import { lastSequence } from '@gonglian/messaging/subordinates.ts';
import { readPosition } from '@gonglian/outbox/inbox.ts';
import { asService } from '@gonglian/service/access.ts';
import { runIn, transact } from '@gonglian/service/database.ts';
import type { Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from '../pipeline.ts';
import { startQuestions } from '../question/start-questions.ts';
import type { SourceState } from './board.ts';
import { startDownlink, type RunningDownlink } from './downlink.ts';
import { startUplink } from './uplink.ts';

export interface Links {
  stop(): Promise<void>;
}

/** Each commit of this service also wakes the uplink, so that a number leaves as soon as it is true. */
export async function startLinks(
  served: Served<Own>,
  settings: ServiceSettings,
  log: Logger,
): Promise<Links> {
  const { running, connection } = served;
  const { own } = running;
  const uplink = own.superior ? await startUplink(running, settings, own.superior, log) : undefined;
  const wakeOutbox = running.wakeRelay;
  // Facts are applied already, and commit, while the downlinks are still on their way up.
  let downlinks: readonly RunningDownlink[] = [];
  running.wakeRelay = () => {
    wakeOutbox();
    uplink?.wake();
    for (const downlink of downlinks) downlink.wake();
  };
  downlinks = await Promise.all(
    own.subordinates.map((subordinate) => startDownlink(running, connection, subordinate, log)),
  );
  const questions = startQuestions(running, connection, uplink, settings.tokenSecret, log);
  own.board.running = {
    ask: (node, asked) => questions.ask(node, asked),
    uplink: () => uplink?.state(),
    sayDigest: async () => uplink?.sayDigest(),
    factsSent() {
      const { sent, head } = served.relay.state();
      return sent >= head;
    },
    async sources() {
      const services = [...served.consumers.keys()];
      const inside = services.map((service) => insideSource(served, service));
      return Promise.all([...inside, ...downlinks.map((downlink) => downlink.source())]);
    },
  };
  return {
    async stop() {
      delete own.board.running;
      await questions.stop();
      await Promise.all(downlinks.map((downlink) => downlink.stop()));
      await uplink?.stop();
    },
  };
}

async function insideSource(served: Served<Own>, service: string): Promise<SourceState> {
  const { running, connection, consumers } = served;
  const source = sourceOf(running.node, service);
  const applied = await transact(running.orm, asService, (em) =>
    readPosition(runIn(em), running.service, running.service, source),
  );
  const end = await lastSequence(connection, streamOf(running.node, service)).catch(
    () => undefined,
  );
  return { from: service, applied, end, problem: consumers.get(service)?.state().problem ?? '' };
}
