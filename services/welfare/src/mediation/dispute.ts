// What a labour dispute is about, and how many have it.
import { z } from 'zod';

export const DISPUTE_KINDS = [
  'WAGE_ARREARS',
  'CONTRACT',
  'INJURY',
  'SOCIAL_INSURANCE',
  'COMPENSATION',
  'OTHER',
] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

const WORKERS_MAX = 1_000_000;
export const workers = z.int().min(1, 'not_positive').max(WORKERS_MAX, 'too_large');
