import { openNodeSigner, openNodeVault } from '@gonglian/service/keyring.ts';
import { runProcess } from '@gonglian/service/run.ts';
import { readConfig } from './config.ts';
import { start } from './start.ts';

const config = readConfig(process.env);
const { settings, own } = config;
const life = {
  ...config,
  name: 'competitions',
  node: settings.node,
  development: settings.development,
};
const vault = await openNodeVault(config.ring, config.wrapping);
const signer = await openNodeSigner(config.ring, config.wrapping);
await runProcess(life, (log) => start(settings, { ...own, vault, signer }, log));
