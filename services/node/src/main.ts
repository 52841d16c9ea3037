import { parseArgs } from 'node:util';
import { createLog } from '@gonglian/telemetry/log.ts';
import { startTelemetry } from '@gonglian/telemetry/telemetry.ts';
import { composeNode, serviceNames } from './compose.ts';
import { readConfig } from './config.ts';

const { values } = parseArgs({
  options: { config: { type: 'string' }, services: { type: 'string' } },
});
const config = readConfig(values.config ?? 'node.json');
const wanted = values.services?.split(',') ?? serviceNames;
const log = createLog({ node: config.region }, process.env['GONGLIAN_LOG_LEVEL'] ?? 'info');
const telemetry = await startTelemetry({
  serviceName: wanted.length === serviceNames.length ? 'node' : wanted.join('+'),
  node: config.region,
  sampleRatio: config.development ? 1 : 0.1,
  ...(config.metricsPort === undefined ? {} : { metricsPort: config.metricsPort }),
  ...(config.otlpUrl === undefined ? {} : { otlpUrl: config.otlpUrl }),
});
const node = await composeNode(config, wanted, log);
log.info({ address: node.address, services: wanted.join(' ') }, 'the node is up');

let stopping = false;
async function drain(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'draining');
  setTimeout(() => process.exit(1), 20_000).unref();
  await node.stop();
  await telemetry.stop();
  process.exit(0);
}
process.on('SIGTERM', () => void drain('SIGTERM'));
process.on('SIGINT', () => void drain('SIGINT'));
