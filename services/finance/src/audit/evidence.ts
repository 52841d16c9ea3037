import { z } from 'zod';

const EVIDENCE_MAX = 50;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not_a_sha256');
/** The hash of a document; the document stays where it is kept. */
export const optionalSha256 = z.union([z.literal(''), sha256], 'not_a_sha256');
export const evidence = z.array(sha256).min(1, 'required').max(EVIDENCE_MAX, 'too_many');
