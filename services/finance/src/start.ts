import { serve, type Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from './pipeline.ts';
import { parts } from './service.ts';

export async function start(
  settings: ServiceSettings,
  own: Omit<Own, 'log'>,
  log: Logger,
): Promise<Served<Own>> {
  return serve(parts, settings, { ...own, log }, log);
}
