import {
  courseOpened,
  designationEnded,
  designationMade,
  jointProjectFinished,
  learningImported,
  reformRecorded,
  supportDeclared,
  workHonoured,
  workSubmitted,
} from '@gonglian/contracts/programmes.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfRecord, type RecordMove } from '../indicator/record-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [
  reformRecorded,
  designationMade,
  designationEnded,
  courseOpened,
  supportDeclared,
  learningImported,
  jointProjectFinished,
  workSubmitted,
  workHonoured,
] as const;
export type ProgrammeFact = Received<(typeof facts)[number]>;

const RECORDED: Readonly<Record<string, RecordMove>> = {
  MEETING: 'reform_meeting_held',
  MEASURE: 'reform_measure_issued',
};

export function movesOfProgramme({ name, data }: ProgrammeFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'reform.recorded': {
      const move = Object.hasOwn(RECORDED, data.recordKind) ? RECORDED[data.recordKind] : undefined;
      const kind = data.documentKind;
      return move === undefined ? [] : movesOfRecord(move, unionId, data.recordedOn, { kind });
    }
    case 'designation.made':
      return movesOfRecord('designated', unionId, data.designatedOn, {
        kind: data.designationKind,
        level: data.level,
      });
    case 'designation.ended':
      return movesOfRecord('designation_ended', unionId, data.endedOn, {
        kind: data.designationKind,
        level: data.level,
      });
    case 'course.opened':
      return movesOfRecord('course_opened', unionId, data.openedOn, {
        kind: data.online ? 'ONLINE' : '',
      });
    case 'support.declared':
      return movesOfRecord('support_declared', unionId, data.declaredOn, {
        kind: data.supportKind,
      });
    case 'learning.imported':
      return movesOfRecord('learnt_online', unionId, `${data.month}-01`, {
        count: BigInt(data.records),
        fen: data.minutes,
      });
    case 'joint-project.finished':
      return movesOfRecord('joint_project_finished', unionId, data.finishedOn);
    case 'work.submitted':
      return movesOfRecord('work_submitted', unionId, data.submittedOn, { kind: data.workKind });
    case 'work.honoured':
      return movesOfRecord('work_honoured', unionId, data.honouredOn, {
        kind: data.workKind,
        level: data.level,
        prize: data.prize,
      });
  }
}

export const onProgrammeFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfProgramme));
  },
});
