import { readEnvironment } from '@gonglian/service/environment.ts';
import { z } from 'zod';

const regions = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter(Boolean))
  .refine((codes) => codes.every((code) => /^\d{6}$/.test(code)), 'six digits each, by comma');

/** The service's own variables when it runs alone; services/node has its own file. */
const own = {
  /** Empty for a node without a superior. */
  GL_SUPERIOR: z.string().default(''),
  GL_SUBORDINATES: regions,
  /** host:port of sync, which asks the neighbours. */
  GL_SYNC: z.string().min(1),
  GL_NODE_LEVEL: z.enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
  /** The file of the wrapped keys that seal what names a person or an account; made at the first start. */
  GL_KEYRING: z.string().min(1),
  /** What wraps them: a file with 32 random bytes in base64 … */
  GL_WRAPPING_KEY_FILE: z.string().optional(),
  /** … or a program that asks a KMS, its arguments divided by spaces. */
  GL_WRAPPING_PROGRAM: z.string().optional(),
};

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = readEnvironment(environment, own);
  const { GL_KEYRING: ring, GL_NODE_LEVEL: level, ...one } = read.own;
  const wrapping = one.GL_WRAPPING_KEY_FILE ?? one.GL_WRAPPING_PROGRAM?.split(' ');
  if (wrapping === undefined) throw new Error('GL_WRAPPING_KEY_FILE: required');
  const { GL_SUPERIOR: superior, GL_SUBORDINATES: subordinates, GL_SYNC: sync } = read.own;
  return {
    ...read,
    ring,
    wrapping,
    sync,
    own: { level, superior: superior || null, subordinates },
  };
}
