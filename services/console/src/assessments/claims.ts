// What is claimed as it is typed, and as it is sent.
export interface Typed {
  points: string;
  note: string;
  /** The audit it names; empty for none. */
  auditId: string;
  /** Hashes with a space between them. */
  hashes: string;
}

export const NOTHING: Typed = { points: '', note: '', auditId: '', hashes: '' };

/** Items without points are not claimed. */
export function claimsOf(typed: ReadonlyMap<number, Typed>) {
  return [...typed]
    .filter(([, { points }]) => Number(points) > 0)
    .toSorted(([a], [b]) => a - b)
    .map(([itemNo, { points, note, auditId, hashes }]) => {
      const records =
        auditId === '' ? [] : [{ recordKind: 'AUDIT', recordId: auditId, documentSha256: '' }];
      const documents = hashes
        .split(' ')
        .filter(Boolean)
        .map((documentSha256) => ({ recordKind: 'DOCUMENT', recordId: '', documentSha256 }));
      const claimedPoints = Number(points);
      return { itemNo, claimedPoints, note, evidence: [...records, ...documents] };
    });
}

/** The version that a year ends with. */
export function checklistOf<One extends { validFrom: string }>(
  checklists: readonly One[],
  year: string,
): One | undefined {
  const begun = checklists.filter(({ validFrom }) => validFrom <= `${year}-12-31`);
  return begun.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}
