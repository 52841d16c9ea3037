// Households in hardship, and what they are given.
import {
  hardshipFileChanged,
  hardshipFileClosed,
  hardshipFileOpened,
  reliefPaid,
  reliefRecovered,
} from '@gonglian/contracts/welfare.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfWelfare } from '../indicator/welfare-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [
  hardshipFileOpened,
  hardshipFileChanged,
  hardshipFileClosed,
  reliefPaid,
  reliefRecovered,
] as const;
export type ReliefFact = Received<(typeof facts)[number]>;

export function movesOfRelief({ name, data }: ReliefFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'hardship-file.opened':
      return movesOfWelfare('hardship_filed', unionId, data.openedOn, {
        ...filedAs(data),
        source: data.reopened ? 'REOPENED' : 'FIRST',
      });
    case 'hardship-file.changed':
      return movesOfWelfare('hardship_changed', unionId, data.changedOn, {
        ...filedAs(data),
        source: `${data.fileLevelBefore}.${data.categoryBefore}`,
      });
    case 'hardship-file.closed': {
      const closed = { ...filedAs(data), source: data.reason };
      if (!data.relieved) return movesOfWelfare('hardship_closed', unionId, data.closedOn, closed);
      const count = BigInt(data.persons);
      return [
        ...movesOfWelfare('hardship_relieved', unionId, data.closedOn, closed),
        ...movesOfWelfare('hardship_persons_relieved', unionId, data.closedOn, {
          ...closed,
          count,
        }),
      ];
    }
    case 'relief.paid': {
      const of = paidFrom(data);
      return [
        ...movesOfWelfare('relief_paid', unionId, data.paidOn, { ...of, fen: data.amountFen }),
        ...(data.householdFirst
          ? movesOfWelfare('relief_household', unionId, data.paidOn, of)
          : []),
        ...(data.personFirst ? movesOfWelfare('relief_person', unionId, data.paidOn, of) : []),
      ];
    }
    case 'relief.recovered': {
      const back = { ...paidFrom(data), fen: data.amountFen };
      return movesOfWelfare('relief_recovered', unionId, data.recoveredOn, back);
    }
  }
}

const filedAs = ({
  fileLevel: kind,
  category: level,
}: {
  fileLevel: string;
  category: string;
}) => ({
  kind,
  level,
});

interface Payment {
  programme: string;
  fileLevel: string;
  moneySource: string;
}
const paidFrom = ({ programme: kind, fileLevel: level, moneySource: source }: Payment) => ({
  kind,
  level,
  source,
});

export const onReliefFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfRelief));
  },
});
