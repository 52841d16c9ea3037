import {
  competitionEntered,
  competitionHeld,
  competitionJoined,
} from '@gonglian/contracts/competitions.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import { movesOfEntered, movesOfHeld, movesOfJoined } from '../indicator/competition-movements.ts';
import type { Movement } from '../indicator/movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [competitionHeld, competitionJoined, competitionEntered] as const;
export type CompetitionsFact = Received<(typeof facts)[number]>;

export function movesOfCompetitions({ name, data }: CompetitionsFact): Movement[] {
  switch (name) {
    case 'competition.held':
      return movesOfHeld(data);
    case 'competition.joined':
      return movesOfJoined(data);
    case 'competition.entered':
      return movesOfEntered(data);
  }
}

export const onCompetitionsFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfCompetitions));
  },
});
