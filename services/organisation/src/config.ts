import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { readEnvironment } from '@gonglian/service/environment.ts';
import { z } from 'zod';

const firstAdmins = z
  .array(z.strictObject({ issuer: z.string().min(1), subject: z.string().min(1) }))
  .max(10);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The service's own variables when it runs alone; services/node has its own file. */
const own = {
  GL_NODE_NAME: z.string().min(1),
  GL_NODE_LEVEL: z.enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
  /** host:port of membership, asked before a union is dissolved. */
  GL_MEMBERSHIP: z.string().min(1),
  /** JSON, [{ "issuer": …, "subject": … }]: who becomes administrator as long as there is none. */
  GL_FIRST_ADMINS: z.string().default('[]').transform(parsed).pipe(firstAdmins),
};

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = readEnvironment(environment, own);
  const { node } = read.settings;
  return {
    ...read,
    settings: { ...read.settings, peers: { membership: read.own.GL_MEMBERSHIP } },
    own: {
      rootUnionId: nodeRootUnionId(node),
      regionCode: node,
      level: read.own.GL_NODE_LEVEL,
      name: read.own.GL_NODE_NAME,
      access: { firstAdmins: read.own.GL_FIRST_ADMINS },
    },
  };
}
