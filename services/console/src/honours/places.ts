// Places as they are typed: of each honour how many, and how many of them are single-listed.

export type PlacesTyped = Readonly<Record<string, Readonly<{ places: string; single: string }>>>;

/** Those that have any. */
export function placesOf(
  typed: PlacesTyped,
): { honourCode: string; places: number; singleListed: number }[] {
  return Object.entries(typed)
    .map(([honourCode, { places, single }]) => ({
      honourCode,
      places: Number(places),
      singleListed: Number(single),
    }))
    .filter(({ places }) => places > 0);
}
