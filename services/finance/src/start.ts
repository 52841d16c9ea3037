import { serve, type Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from './pipeline.ts';
import { keepCollections } from './receipt/keep-collections.ts';
import { parts } from './service.ts';

/** Starts finance and the work on the tax bureau's files; answers when it serves. */
export async function start(
  settings: ServiceSettings,
  own: Omit<Own, 'log'>,
  log: Logger,
): Promise<Served<Own>> {
  const served = await serve(parts, settings, { ...own, log }, log);
  const collections = keepCollections(served.running, log);
  return {
    ...served,
    async stop() {
      await collections.stop();
      await served.stop();
    },
  };
}
