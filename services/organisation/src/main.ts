import { createLog } from '@gonglian/telemetry/log.ts';
import { startTelemetry } from '@gonglian/telemetry/telemetry.ts';
import { readConfig } from './config.ts';
import { start } from './start.ts';

const { settings, own } = readConfig(process.env);
const log = createLog({ node: settings.node, service: 'organisation' });
const telemetry = await startTelemetry({
  serviceName: 'organisation',
  node: settings.node,
  sampleRatio: settings.development ? 1 : 0.1,
});
const served = await start(settings, own, log);
log.info({ address: served.address }, 'organisation is up');

const DRAIN_MS = 20_000;
let stopping = false;
async function drain(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'draining');
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  await served.stop();
  await telemetry.stop();
  process.exit(0);
}
process.on('SIGTERM', () => void drain('SIGTERM'));
process.on('SIGINT', () => void drain('SIGINT'));
