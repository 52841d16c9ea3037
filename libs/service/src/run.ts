import { createLog, type Logger } from '@gonglian/telemetry/log.ts';
import { startTelemetry } from '@gonglian/telemetry/telemetry.ts';

export interface ProcessOptions {
  name: string;
  node: string;
  logLevel: string;
  development: boolean;
  metricsPort: number | undefined;
  otlpUrl: string | undefined;
}

const drainMs = 20_000;

/** The life of a process: telemetry, start, and on SIGTERM or SIGINT a drain with a bound. */
export async function runProcess(
  options: ProcessOptions,
  start: (log: Logger) => Promise<{ address: string; stop(): Promise<void> }>,
): Promise<void> {
  const { name, node, metricsPort, otlpUrl } = options;
  const log = createLog({ node }, options.logLevel);
  const telemetry = await startTelemetry({
    serviceName: name,
    node,
    sampleRatio: options.development ? 1 : 0.1,
    ...(metricsPort === undefined ? {} : { metricsPort }),
    ...(otlpUrl === undefined ? {} : { otlpUrl }),
  });
  const running = await start(log);
  log.info({ address: running.address, services: name }, 'up');
  let stopping = false;
  const drain = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), drainMs).unref();
    await running.stop();
    await telemetry.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void drain('SIGTERM'));
  process.on('SIGINT', () => void drain('SIGINT'));
}
