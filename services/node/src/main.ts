import { parseArgs } from 'node:util';
import { runProcess } from '@gonglian/service/run.ts';
import { composeNode, serviceNames } from './compose.ts';
import { readConfig } from './config.ts';

const { values } = parseArgs({
  options: { config: { type: 'string' }, services: { type: 'string' } },
});
const config = readConfig(values.config ?? 'node.json');
const wanted = values.services?.split(',') ?? serviceNames;
const { region: node, development, metricsPort, otlpUrl } = config;
const logLevel = process.env['GONGLIAN_LOG_LEVEL'] ?? 'info';
const name = wanted.join('+');
const life = { name, node, development, metricsPort, otlpUrl, logLevel };
await runProcess(life, (log) => composeNode(config, wanted, log));
