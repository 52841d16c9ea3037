import { serve, type Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from './pipeline.ts';
import { parts } from './service.ts';

/** Starts membership; answers when it serves. */
export function start(settings: ServiceSettings, own: Own, log: Logger): Promise<Served<Own>> {
  return serve(parts, settings, own, log);
}
