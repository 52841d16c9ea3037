import { key, readEnvironment } from '@gonglian/service/environment.ts';
import { keyringOf, keyringVariables } from '@gonglian/service/environment-groups.ts';

/** The service's own variables when it runs alone; services/node has its own file. */
const own = {
  ...keyringVariables,
  /** Signs join links. */
  GL_LINK_SECRET: key,
};

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = readEnvironment(environment, own);
  const { GL_LINK_SECRET: linkSecret } = read.own;
  return { ...read, ...keyringOf(read.own), own: { linkSecret, regionCode: read.settings.node } };
}
