import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { Election, toMessage } from './election.ts';

const GetElection = z.strictObject({ electionId: id });

export const getElection = query({
  schema: GetElection,
  permission: 'organisation.election.read',
  async run({ em }, { electionId }) {
    const election = await em.findOne(Election, electionId);
    if (!election) throw notFound('NOT_FOUND', { electionId });
    return toMessage(election);
  },
});
