import type { Letter, LetterWindow } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { sayUpward } from '../link/say.ts';
import type { Sql, SyncTx } from '../pipeline.ts';

/** Tells the services of this node what one of a neighbour wrote to them. */
export function tellLetter({ emit }: Pick<SyncTx, 'emit'>, fromNode: string, letter: Letter): void {
  const { letterId, kind, data, writtenAt } = letter;
  emit(letterArrived, { letterId, kind, fromNode, data, writtenAt });
}

/**
 * Takes what comes next of the superior's letters: what was taken before is passed over, what lies behind a gap waits
 * until all is said again. The answer is said even where nothing was new, since it may have been lost.
 */
export async function takeLetters(
  tx: SyncTx,
  superior: string,
  { firstNo, letters }: LetterWindow,
): Promise<void> {
  const [state] = await tx.sql<{ taken: string }>`
    select letters_taken as taken from uplink_state for update`;
  const taken = BigInt(state?.taken ?? 0);
  const end = firstNo + BigInt(letters.length) - 1n;
  const isNext = firstNo <= taken + 1n && end > taken;
  if (isNext) {
    for (const letter of letters.slice(Number(taken + 1n - firstNo))) {
      tellLetter(tx, superior, letter);
    }
    await tx.sql`update uplink_state set letters_taken = ${end}`;
  }
  const no = isNext ? end : taken;
  await sayUpward({ sql: tx.sql, tx }, [{ lettersTaken: { no } }]);
}

/** In one message down; the rest follows when these are taken. */
const WINDOW = 50;

/** What a subordinate has not taken yet, from the first on; undefined where it has all. */
export async function readUntaken(
  sql: Sql,
  subordinate: string,
): Promise<LetterWindow | undefined> {
  const rows = await sql<Letter & { no: string }>`
    select l.no, l.letter_id as "letterId", l.kind, l.data,
      to_char(l.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "writtenAt"
    from letter_down as l left join peer as p on p.node = l.subordinate
    where l.subordinate = ${subordinate} and l.no > coalesce(p.letters_taken, 0)
    order by l.no limit ${WINDOW}`;
  const [first] = rows;
  if (!first) return undefined;
  const letters = rows.map(({ letterId, kind, data, writtenAt }) => ({
    letterId,
    kind,
    data,
    writtenAt,
  }));
  return { firstNo: BigInt(first.no), letters };
}

export async function noteTaken(sql: Sql, subordinate: string, no: bigint): Promise<void> {
  await sql`
    update peer set letters_taken = greatest(letters_taken, ${no}) where node = ${subordinate}`;
}
