import type { NominationFile } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import {
  readConsultations,
  readGrantId,
  readObjections,
  readPublicities,
  readSteps,
} from './nomination-file.ts';
import { deedsPlace, nominationView, readNomination } from './nomination.ts';

/** A nomination with all that has happened to it. */
export const getNomination = query({
  schema: z.strictObject({ nominationId: id }),
  permission: 'competitions.nomination.read',
  async run(tx, { nominationId }): Promise<NominationFile> {
    const { sql, own } = tx;
    const row = await readNomination(sql, nominationId);
    return {
      nomination: nominationView(tx, row),
      deeds: own.vault.open(row.deedsSealed, deedsPlace(nominationId)),
      steps: await readSteps(sql, nominationId),
      publicities: await readPublicities(sql, nominationId),
      objections: await readObjections(sql, nominationId),
      consultations: await readConsultations(sql, nominationId),
      grantId: await readGrantId(sql, nominationId),
    };
  },
});
