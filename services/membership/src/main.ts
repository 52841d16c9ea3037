// Runs membership alone.
import { createLog } from '@gonglian/telemetry/log.ts';
import { readConfig } from './config.ts';
import { start } from './start.ts';

const { settings, own } = readConfig(process.env);
const log = createLog({ node: settings.node, service: 'membership' });
const served = await start(settings, own, log);
log.info({ address: served.address }, 'membership serves');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'draining');
    void served.stop().then(() => process.exit(0));
  });
}
