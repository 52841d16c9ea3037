import {
  workOrderDeskOpened,
  workOrderDispatched,
  workOrderTold,
} from '@gonglian/contracts/welfare.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { reaction } from '../pipeline.ts';
import { sendLetter } from './send-letter.ts';

const letters = [workOrderDeskOpened, workOrderDispatched, workOrderTold] as const;
const byName = new Map(letters.map((letter) => [letter.name as string, letter]));

/** What welfare of this node wrote to its like at a neighbour: of each letter `toNode` is who reads it. */
export const onWelfareAddressed = reaction({
  facts: letters,
  async apply(tx, batch) {
    for (const { name, data, at } of batch) {
      const text = JSON.stringify(byName.get(name)?.toJson(data as never));
      const letter = { letterId: newId(), kind: `welfare.${name}`, data: text, writtenAt: at };
      await sendLetter(tx, data.toNode, letter);
    }
  },
});
