import { SyncServiceService } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import { openNodeSigner, openNodeVault } from '@gonglian/service/keyring.ts';
import { runProcess } from '@gonglian/service/run.ts';
import { readConfig } from './config.ts';
import { neighbourAsker } from './neighbour-asker.ts';
import { start } from './start.ts';

const config = readConfig(process.env);
const { settings, own } = config;
const life = {
  ...config,
  name: 'finance',
  node: settings.node,
  development: settings.development,
};
const vault = await openNodeVault(config.ring, config.wrapping);
const signer = await openNodeSigner(config.ring, config.wrapping);
const sync = rpcClient(SyncServiceService, config.sync, { deadlineMs: 5_000 });
const askNeighbour = neighbourAsker(sync, settings);
await runProcess(life, (log) => start(settings, { ...own, vault, signer, askNeighbour }, log));
