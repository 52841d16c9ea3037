import type { JointProject } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { readAlliance } from './alliance.ts';
import { readJointProject } from './joint-project.ts';

/** Refused STUDIO_TWICE; ALLIANCE_NOT_MEMBER with the first studio that is in it no more, or was never. */
export function decideStudios(studioIds: readonly string[], members: readonly string[]): void {
  if (new Set(studioIds).size < studioIds.length) throw refused('STUDIO_TWICE');
  const stranger = studioIds.find((studioId) => !members.includes(studioId));
  if (stranger !== undefined) throw refused('ALLIANCE_NOT_MEMBER', { studioId: stranger });
}

export const startJointProject = command({
  schema: z.strictObject({
    allianceId: id,
    title: text(200),
    studioIds: z.array(id).min(2, 'too_few').max(50, 'too_many'),
    startedOn: date,
  }),
  permission: 'competitions.alliance.write',
  async run({ sql, now }, ask): Promise<JointProject> {
    const { allianceId, studioIds, startedOn } = ask;
    const { unionId, foundedOn, members } = await readAlliance(sql, allianceId);
    decideStudios(
      studioIds,
      members.map(({ studioId }) => studioId),
    );
    decideDay(startedOn, foundedOn, chinaDate(now));
    const jointProjectId = newId();
    await sql`
      insert into joint_project (joint_project_id, alliance_id, union_id, title, studio_ids, started_on)
      values (${jointProjectId}, ${allianceId}, ${unionId}, ${ask.title}, ${studioIds}, ${startedOn})`;
    return readJointProject(sql, jointProjectId);
  },
});
