import { readEnvironment } from '@gonglian/service/environment.ts';
import {
  keyringOf,
  keyringVariables,
  neighboursOf,
  neighbourVariables,
} from '@gonglian/service/environment-groups.ts';
import { z } from 'zod';

/** The service's own variables when it runs alone; services/node has its own file. */
const own = {
  ...neighbourVariables,
  ...keyringVariables,
  /** host:port of sync, which asks the neighbours. */
  GL_SYNC: z.string().min(1),
};

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = readEnvironment(environment, own);
  return { ...read, ...keyringOf(read.own), sync: read.own.GL_SYNC, own: neighboursOf(read.own) };
}
