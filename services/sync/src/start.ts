import { serve, type Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { startLinks } from './link/start-links.ts';
import type { Own, SyncNode } from './pipeline.ts';
import { parts } from './service.ts';

/** Starts sync, then its links to the superior and the subordinates. A superior that is away delays nothing. */
export async function start(
  settings: ServiceSettings,
  node: SyncNode,
  log: Logger,
): Promise<Served<Own>> {
  const served = await serve(parts, settings, { ...node, board: {} }, log);
  const links = await startLinks(served, settings, log);
  return {
    ...served,
    async stop() {
      await links.stop();
      await served.stop();
    },
  };
}
