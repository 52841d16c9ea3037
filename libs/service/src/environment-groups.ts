// Variables that several services take besides those of every process.
import { z } from 'zod';
import { folderStore, type ObjectStore } from './object-store.ts';
import { s3Store } from './s3-store.ts';

/** Where the node stands in the tree. */
export const neighbourVariables = {
  GL_NODE_LEVEL: z.enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
  /** Empty for a node without a superior. */
  GL_SUPERIOR: z.string().default(''),
  GL_SUBORDINATES: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .refine((codes) => codes.every((code) => /^\d{6}$/.test(code)), 'six digits each, by comma'),
};

export function neighboursOf(own: z.output<z.ZodObject<typeof neighbourVariables>>) {
  return {
    level: own.GL_NODE_LEVEL,
    superior: own.GL_SUPERIOR || null,
    subordinates: own.GL_SUBORDINATES,
  };
}

/** What seals and indexes names, numbers and accounts. */
export const keyringVariables = {
  /** The file of the wrapped keys; made at the first start. */
  GL_KEYRING: z.string().min(1),
  /** What wraps them: a file with 32 random bytes in base64 … */
  GL_WRAPPING_KEY_FILE: z.string().optional(),
  /** … or a program that asks a KMS, its arguments divided by spaces. */
  GL_WRAPPING_PROGRAM: z.string().optional(),
};

/** Where papers lie: a folder, or a bucket where an endpoint is named. */
export const storeVariables = {
  GL_STORE_FOLDER: z.string().optional(),
  GL_STORE_ENDPOINT: z.url().optional(),
  GL_STORE_REGION: z.string().default('us-east-1'),
  GL_STORE_BUCKET: z.string().optional(),
  GL_STORE_ACCESS_KEY_ID: z.string().optional(),
  GL_STORE_SECRET_ACCESS_KEY: z.string().optional(),
};

/** Throws where neither a folder nor a whole bucket is named. */
export function storeOf(own: z.output<z.ZodObject<typeof storeVariables>>): ObjectStore {
  const { GL_STORE_ENDPOINT: endpoint, GL_STORE_REGION: region, GL_STORE_BUCKET: bucket } = own;
  const { GL_STORE_ACCESS_KEY_ID: accessKeyId, GL_STORE_SECRET_ACCESS_KEY: secretAccessKey } = own;
  if (endpoint && bucket && accessKeyId && secretAccessKey)
    return s3Store({ endpoint, region, bucket, accessKeyId, secretAccessKey });
  if (endpoint) throw new Error('GL_STORE_BUCKET, …_ACCESS_KEY_ID, …_SECRET_ACCESS_KEY: required');
  if (own.GL_STORE_FOLDER === undefined) throw new Error('GL_STORE_FOLDER: required');
  return folderStore(own.GL_STORE_FOLDER);
}

/** Throws where neither the file nor the program is named. */
export function keyringOf(own: z.output<z.ZodObject<typeof keyringVariables>>): {
  ring: string;
  wrapping: string | string[];
} {
  const wrapping = own.GL_WRAPPING_KEY_FILE ?? own.GL_WRAPPING_PROGRAM?.split(' ');
  if (wrapping === undefined) throw new Error('GL_WRAPPING_KEY_FILE: required');
  return { ring: own.GL_KEYRING, wrapping };
}
