import { readEnvironment } from '@gonglian/service/environment.ts';
import {
  keyringOf,
  keyringVariables,
  neighboursOf,
  neighbourVariables,
  storeOf,
  storeVariables,
} from '@gonglian/service/environment-groups.ts';
import { z } from 'zod';

const own = {
  ...neighbourVariables,
  ...keyringVariables,
  ...storeVariables,
  /** host:port of membership, asked who a member is that asks for his own. */
  GL_MEMBERSHIP: z.string().min(1),
  /** host:port of finance, asked to pay. */
  GL_FINANCE: z.string().min(1),
};

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = readEnvironment(environment, own);
  const peers = { membership: read.own.GL_MEMBERSHIP, finance: read.own.GL_FINANCE };
  const settings = { ...read.settings, peers };
  return {
    ...read,
    settings,
    ...keyringOf(read.own),
    store: storeOf(read.own),
    own: neighboursOf(read.own),
  };
}
