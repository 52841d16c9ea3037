/**
 * What becomes of each value, in their order, with `most` of them worked on at once. No more are begun than the reader
 * takes; one who leaves lets the source go.
 */
export async function* ahead<Value, Result>(
  values: AsyncIterable<Value>,
  most: number,
  work: (value: Value) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for await (const value of values) {
    const one = work(value);
    // Who leaves in the middle never asks what became of it.
    one.catch(() => undefined);
    begun.push(one);
    const oldest = begun.length < most ? undefined : begun.shift();
    if (oldest) yield await oldest;
  }
  for (const one of begun) yield await one;
}
