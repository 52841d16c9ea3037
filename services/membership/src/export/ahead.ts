/**
 * What becomes of each value, in their order, with `most` of them worked on at once. While the reader takes one, the next
 * value is on its way already; beyond that none is begun. A reader who leaves lets the source go.
 */
export async function* ahead<Value, Result>(
  values: AsyncIterable<Value>,
  most: number,
  work: (value: Value) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = values[Symbol.asyncIterator]();
  const begun: Promise<Result>[] = [];
  let next = source.next();
  try {
    for (let one = await next; !one.done; one = await next) {
      next = source.next();
      begun.push(work(one.value));
      // Who leaves in the middle never asks what became of these.
      for (const promise of [next, ...begun]) promise.catch(() => undefined);
      const oldest = begun.length < most ? undefined : begun.shift();
      if (oldest) yield await oldest;
    }
    for (const one of begun) yield await one;
  } finally {
    await source.return?.();
  }
}
