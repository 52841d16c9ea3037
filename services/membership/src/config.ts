import { openVault } from '@gonglian/kernel/vault.ts';
import { key, readEnvironment } from '@gonglian/service/environment.ts';

/** The service's own variables when it runs alone; services/node has its own file. */
const own = {
  /** Seals what names a person. */
  GL_DATA_KEY: key,
  /** Makes the keyed index of ID numbers: changing it means rebuilding the index. */
  GL_INDEX_KEY: key,
  /** Signs join links. */
  GL_LINK_SECRET: key,
};

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = readEnvironment(environment, own);
  const { GL_DATA_KEY, GL_INDEX_KEY: indexKey, GL_LINK_SECRET: linkSecret } = read.own;
  return {
    ...read,
    own: {
      vault: openVault({ suite: 'std', dataKeys: { 1: GL_DATA_KEY }, currentKid: 1, indexKey }),
      linkSecret,
      regionCode: read.settings.node,
    },
  };
}
