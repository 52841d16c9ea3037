// Members of an export as the database packs them: a line each, its columns apart by tabs. None of them is free text.

export interface ExportRow {
  memberId: string;
  unionId: string;
  state: string;
  memberNo: string;
  joinedOn: string;
  codesId: number;
  /** The person, as the database shows bytes; nothing but the mark `\x` where nothing of it is asked for. */
  sealed: string;
}

export function unpackRows(packed: string): ExportRow[] {
  if (packed === '') return [];
  return packed.split('\n').map((line) => {
    const [
      memberId = '',
      unionId = '',
      state = '',
      memberNo = '',
      joinedOn = '',
      codesId,
      sealed = '',
    ] = line.split('\t');
    return { memberId, unionId, state, memberNo, joinedOn, codesId: Number(codesId), sealed };
  });
}

/** How the database shows no bytes. */
export const NOTHING = '\\x';

export function bytesOf(sealed: string): Buffer {
  return Buffer.from(sealed.slice(NOTHING.length), 'hex');
}
