import type { JointProjectList } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readAlliance } from './alliance.ts';
import { findJointProjects } from './joint-project.ts';

/** ALLIANCE_UNKNOWN for one out of reach. */
export const listJointProjects = query({
  schema: z.strictObject({ allianceId: id, cursor: optionalId, limit: limit(200) }),
  permission: 'competitions.studio.read',
  async run({ sql }, ask): Promise<JointProjectList> {
    const { allianceId } = await readAlliance(sql, ask.allianceId);
    const items = await findJointProjects(sql, {
      allianceId,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.jointProjectId ?? '' };
  },
});
