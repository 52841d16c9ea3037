import { serve, type Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { keepCheckpoints } from './package/keep-checkpoints.ts';
import type { Own } from './pipeline.ts';
import { keepCollections } from './receipt/keep-collections.ts';
import { parts } from './service.ts';

/** Starts finance, the work on the tax bureau's files and the checkpoints; answers when it serves. */
export async function start(
  settings: ServiceSettings,
  own: Omit<Own, 'log'>,
  log: Logger,
): Promise<Served<Own>> {
  const served = await serve(parts, settings, { ...own, log }, log);
  const collections = keepCollections(served.running, log);
  const checkpoints = keepCheckpoints(served.running, log);
  return {
    ...served,
    async stop() {
      await collections.stop();
      await checkpoints.stop();
      await served.stop();
    },
  };
}
