import {
  honourCertified,
  honourGrantRevoked,
  honourNominationRecalled,
  honourNominationSent,
  honourNominationTold,
  honourQuotaHanded,
  honourSlateAnswered,
  honourSlateSent,
} from '@gonglian/contracts/competitions.ts';
import {
  contestEntryAnswered,
  contestEntrySent,
  contestEntryWithdrawn,
  contestOffered,
  contestPrizeCertified,
  contestResultsTold,
} from '@gonglian/contracts/contests.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { reaction } from '../pipeline.ts';
import { sendLetter } from './send-letter.ts';

const letters = [
  honourQuotaHanded,
  honourNominationSent,
  honourSlateSent,
  honourSlateAnswered,
  honourNominationTold,
  honourNominationRecalled,
  honourCertified,
  honourGrantRevoked,
  contestOffered,
  contestEntrySent,
  contestEntryAnswered,
  contestEntryWithdrawn,
  contestResultsTold,
  contestPrizeCertified,
] as const;
const byName = new Map(letters.map((letter) => [letter.name as string, letter]));

/** What competitions of this node wrote to its like at a neighbour: of each letter `toNode` is who reads it. */
export const onCompetitionsAddressed = reaction({
  facts: letters,
  async apply(tx, batch) {
    for (const { name, data, at } of batch) {
      const text = JSON.stringify(byName.get(name)?.toJson(data as never));
      const kind = `competitions.${name}`;
      const letter = { letterId: newId(), kind, data: text, writtenAt: at };
      await sendLetter(tx, data.toNode, letter);
    }
  },
});
