import { serve, type Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { keepImports } from './import/keep-imports.ts';
import { keepFindable } from './member/keep-findable.ts';
import type { Own } from './pipeline.ts';
import { parts } from './service.ts';

/** Starts membership, the upkeep of its search and the work on imports; answers when it serves. */
export async function start(
  settings: ServiceSettings,
  own: Omit<Own, 'log'>,
  log: Logger,
): Promise<Served<Own>> {
  const served = await serve(parts, settings, { ...own, log }, log);
  const upkeep = keepFindable(served.running, log);
  const imports = keepImports(served.running, log);
  return {
    ...served,
    async stop() {
      await Promise.all([upkeep.stop(), imports.stop()]);
      await served.stop();
    },
  };
}
