import {
  allianceJoined,
  allianceLeft,
  challengeDelivered,
  challengeTaken,
  hazardReported,
  innovationDeclared,
  innovationHonoured,
  innovationRegistered,
  studioFunded,
  studioNamed,
  studioRemoved,
  studioReported,
  suggestionSubmitted,
} from '@gonglian/contracts/competitions.ts';
import type { StudioNamed } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfRecord } from '../indicator/record-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [
  suggestionSubmitted,
  hazardReported,
  studioNamed,
  studioRemoved,
  studioReported,
  studioFunded,
  allianceJoined,
  allianceLeft,
  innovationRegistered,
  innovationDeclared,
  innovationHonoured,
  challengeTaken,
  challengeDelivered,
] as const;
export type InnovationFact = Received<(typeof facts)[number]>;

export function movesOfInnovation({ name, data }: InnovationFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'suggestion.submitted':
      return movesOfRecord('suggestion_submitted', unionId, data.submittedOn);
    case 'hazard.reported':
      return movesOfRecord('hazard_reported', unionId, data.reportedOn);
    case 'studio.named':
      return movesOfNamed(data);
    case 'studio.removed':
      return [
        ...movesOfRecord('studio_removed', unionId, data.removedOn, { level: data.level }),
        ...movesOfRecord('studio_members_left', unionId, data.removedOn, {
          count: BigInt(data.members),
        }),
      ];
    case 'studio.reported':
      return movesOfRecord('patent_granted', unionId, data.reportedOn, {
        count: BigInt(data.patents),
      });
    case 'studio.funded':
      return movesOfRecord('studio_funded', unionId, data.fundedOn, {
        level: data.level,
        fen: data.amountFen,
      });
    case 'alliance.joined':
      return movesOfRecord('alliance_joined', unionId, data.joinedOn);
    case 'alliance.left':
      return movesOfRecord('alliance_left', unionId, data.leftOn);
    case 'innovation.registered':
      return movesOfRecord('innovation_registered', unionId, data.registeredOn, {
        fen: data.declaredBenefitFen,
      });
    case 'innovation.declared':
      return movesOfRecord('innovation_declared', unionId, data.declaredOn, { level: data.level });
    case 'innovation.honoured':
      return movesOfRecord('innovation_honoured', unionId, data.honouredOn, { level: data.level });
    case 'challenge.taken':
      return movesOfRecord('challenge_taken', unionId, data.takenOn);
    case 'challenge.delivered':
      return movesOfRecord('challenge_delivered', unionId, data.deliveredOn);
  }
}

/** New the first time only; from then on it goes from the level at which it counted to the one at which it counts. */
function movesOfNamed({ unionId, namedOn, ...named }: StudioNamed): Movement[] {
  const { level, countedLevel, countedLevelBefore, members } = named;
  const move = (what: 'studio_named' | 'studio_counted', at: string, count: bigint) =>
    movesOfRecord(what, unionId, namedOn, { level: at, count });
  return [
    ...(countedLevelBefore === ''
      ? [
          ...movesOfRecord('studio_founded', unionId, namedOn),
          ...movesOfRecord('studio_members_came', unionId, namedOn, { count: BigInt(members) }),
        ]
      : []),
    ...move('studio_named', level, 1n),
    ...move('studio_counted', countedLevel, 1n),
    ...move('studio_counted', countedLevelBefore, -1n),
  ];
}

export const onInnovationFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfInnovation));
  },
});
