import type { JointProject } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { jointProjectFinished } from '@gonglian/contracts/programmes.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused, stale } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence, optionalFen } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { readJointProject } from './joint-project.ts';

/** Refused JOINT_PROJECT_FINISHED: its result counts once. */
export const finishJointProject = command({
  schema: z.strictObject({
    jointProjectId: id,
    expectedVersion,
    resultText: text(1_000),
    benefitFen: optionalFen,
    finishedOn: date,
    evidenceSha256: evidence,
  }),
  permission: 'competitions.alliance.write',
  async run({ sql, now, emit }, ask): Promise<JointProject> {
    const { jointProjectId, finishedOn } = ask;
    await sql`select from joint_project where joint_project_id = ${jointProjectId} for update`;
    const project = await readJointProject(sql, jointProjectId);
    const { version, unionId } = project;
    if (version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version });
    if (project.state === 'FINISHED') throw refused('JOINT_PROJECT_FINISHED');
    decideDay(finishedOn, project.startedOn, chinaDate(now));
    await sql`
      update joint_project set state = 'FINISHED', result_text = ${ask.resultText}, benefit_fen = ${ask.benefitFen},
        finished_on = ${finishedOn}, evidence_sha256 = ${ask.evidenceSha256}, version = version + 1
      where joint_project_id = ${jointProjectId}`;
    const done = await readJointProject(sql, jointProjectId);
    const studios = done.studioIds.length;
    emit(jointProjectFinished, {
      jointProjectId,
      unionId,
      studios,
      benefitFen: done.benefitFen,
      finishedOn,
    });
    return done;
  },
});
