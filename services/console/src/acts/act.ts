// What may be done with a record: in which state and duty, and what has to be said for it.
import type { Words } from '../i18n/setup.ts';
import { readPairs } from '../grants/read-pairs.ts';
import type { Choices, FieldName } from './act-fields.ts';

export type ActName = keyof Words['act'];

/** What was said in a field; '' where nothing was. */
export type Said = (name: FieldName) => string;

export interface Act<T> {
  /** In which states of the record; absent where it does not matter. */
  from?: readonly string[];
  /** Absent: the desk. */
  duties?: readonly string[];
  /** Asks for a duty over the whole node. */
  whole?: true;
  /** Leads on, and so stands out. */
  leads?: true;
  /** What else must be true of the record. */
  when?: (record: T) => boolean;
  fields: readonly FieldName[] | ((record: T) => readonly FieldName[]);
  /** The levels that a field may name, where the record leaves only some of them. */
  levels?: (record: T) => Partial<Record<FieldName, readonly string[]>>;
  first?: (record: T) => Partial<Record<FieldName, string>>;
  send: (record: T, of: Said, key: string) => Promise<unknown>;
}
export type ActsOf<T> = Readonly<Partial<Record<ActName, Act<T>>>>;

export interface Reader {
  duty: string;
  whole: boolean;
}

const desk: readonly string[] = ['clerk', 'chair'];

/** What a reader may do with the record as it stands. The node asks again. */
export function offers<T>(
  acts: ActsOf<T>,
  { record, state, reader }: { record: T; state: string; reader: Reader },
): ActName[] {
  return (Object.keys(acts) as ActName[]).filter((name) => {
    const act = acts[name];
    if (!act) return false;
    const { from = [state], duties = desk, whole = false, when = () => true } = act;
    const may = duties.includes(reader.duty) && (reader.whole || !whole);
    return may && from.includes(state) && when(record);
  });
}

/** People as they were typed, one a line: a name, then a number. */
export function peopleIn(lines: string): { personName: string; idNumber: string }[] {
  return readPairs(lines).map(([personName, idNumber]) => ({ personName, idNumber }));
}

/** Hashes, or whatever else was chosen several at once. */
export function listed(value: string): string[] {
  return value.split(',').filter((one) => one !== '');
}

export const keyed = (key: string) => ({ 'Idempotency-Key': key });

export type { Choices, FieldName };
