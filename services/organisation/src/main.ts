import { runProcess } from '@gonglian/service/run.ts';
import { readConfig } from './config.ts';
import { start } from './start.ts';

const config = readConfig(process.env);
const { settings, own } = config;
const life = {
  ...config,
  name: 'organisation',
  node: settings.node,
  development: settings.development,
};
await runProcess(life, (log) => start(settings, own, log));
