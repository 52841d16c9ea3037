import { notFound } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findAccount, standingOf } from './account.ts';
import { SESSION_LIFE } from './session-life.ts';

const GetStanding = z.strictObject({
  issuer: z.string().min(1, 'required').max(300, 'too_long'),
  subject: z.string().min(1, 'required').max(255, 'too_long'),
});

export const getStanding = query({
  schema: GetStanding,
  permission: 'organisation.session.read',
  async run(tx, { issuer, subject }) {
    const account = await findAccount(tx, issuer, subject);
    if (!account) throw notFound('ACCOUNT_UNKNOWN');
    return standingOf(tx, account, SESSION_LIFE);
  },
});
