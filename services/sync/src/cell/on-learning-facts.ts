import {
  apprenticeshipAssessed,
  apprenticeshipSigned,
  lectureHeld,
  lecturerAppointed,
  safetyCupActivityHeld,
  safetyCupEntered,
  trainingHeld,
} from '@gonglian/contracts/competitions.ts';
import type { SafetyCupEntered } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfRecord } from '../indicator/record-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [
  trainingHeld,
  lectureHeld,
  lecturerAppointed,
  apprenticeshipSigned,
  apprenticeshipAssessed,
  safetyCupEntered,
  safetyCupActivityHeld,
] as const;
export type LearningFact = Received<(typeof facts)[number]>;

export function movesOfLearning({ name, data }: LearningFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'training.held': {
      const { trainingKind: kind, finishedOn, completedCount } = data;
      const count = BigInt(completedCount);
      return [
        ...movesOfRecord('training_held', unionId, finishedOn, { kind }),
        ...movesOfRecord('worker_trained', unionId, finishedOn, { kind, count }),
      ];
    }
    case 'lecture.held': {
      const { series: kind, heldOn, attendance } = data;
      const count = BigInt(attendance);
      return [
        ...movesOfRecord('lecture_held', unionId, heldOn, { kind }),
        ...movesOfRecord('lecture_attended', unionId, heldOn, { kind, count }),
      ];
    }
    case 'lecturer.appointed':
      return movesOfRecord('lecturer_appointed', unionId, data.appointedOn, {
        kind: data.lecturerKind,
      });
    case 'apprenticeship.signed':
      return movesOfRecord('apprenticeship_signed', unionId, data.signedOn);
    case 'apprenticeship.assessed':
      return data.promoted ? movesOfRecord('grade_promoted', unionId, data.assessedOn) : [];
    case 'safety-cup.entered':
      return movesOfRecord('safety_cup_entered', unionId, cupDay(data));
    case 'safety-cup.activity.held':
      return movesOfRecord('safety_activity_held', unionId, data.heldOn, {
        kind: data.activityKind,
        count: BigInt(data.participants),
      });
  }
}

/** A unit is in the cup of a year once, and counts in that year whenever it was entered. */
function cupDay({ year, enteredOn }: SafetyCupEntered): string {
  const entered = enteredOn.slice(0, 4);
  if (entered === String(year)) return enteredOn;
  return entered < String(year) ? `${year}-01-01` : `${year}-12-31`;
}

export const onLearningFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfLearning));
  },
});
