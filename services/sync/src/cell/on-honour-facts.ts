import {
  honourGranted,
  honourNominated,
  honourRoundOpened,
} from '@gonglian/contracts/competitions.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfRecord } from '../indicator/record-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

/**
 * Of a revocation nothing is heard: that it was granted in its year stays true (domain §4.3, "revocation keeps
 * history"), and a flow counts what happened.
 */
const facts = [honourRoundOpened, honourNominated, honourGranted] as const;
export type HonourFact = Received<(typeof facts)[number]>;

export function movesOfHonour({ name, data }: HonourFact): Movement[] {
  switch (name) {
    case 'honour.round.opened':
      return movesOfRecord('honour_round_opened', data.unionId, data.openedOn, data);
    case 'honour.nominated': {
      const codes = { kind: data.honourCode, level: data.level };
      return movesOfRecord('honour_declared', data.unionId, data.nominatedOn, codes);
    }
    case 'honour.granted': {
      const { honourCode: kind, level, frontline, unionId, grantedOn } = data;
      const individual = data.subjectKind === 'INDIVIDUAL';
      return movesOfRecord(
        individual ? 'individual_honoured' : 'collective_honoured',
        unionId,
        grantedOn,
        { kind, level, frontline },
      );
    }
  }
}

export const onHonourFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfHonour));
  },
});
