import { expect, test } from 'vitest';
import { ahead } from './ahead.ts';

function source(count: number) {
  const seen = { taken: 0, released: false };
  const values = (async function* () {
    try {
      for (let n = 1; n <= count; n += 1) {
        seen.taken = n;
        yield n;
      }
    } finally {
      seen.released = true;
    }
  })();
  return { seen, values };
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for await (const value of values) found.push(value);
  return found;
}

test.each([0, 1, 2, 3, 7])(
  '%i values come in their order, whichever is done first',
  async (count) => {
    const late = async (n: number) => {
      for (let turn = 0; turn < (n % 2) * 5; turn += 1) await Promise.resolve();
      return n * 10;
    };
    const expected = Array.from({ length: count }, (_, n) => (n + 1) * 10);
    expect(await all(ahead(source(count).values, 3, late))).toEqual(expected);
  },
);

test('so many are worked on at once, and no more', async () => {
  let at = 0;
  let most = 0;
  const work = async (n: number) => {
    at += 1;
    most = Math.max(most, at);
    await new Promise((resolve) => setImmediate(resolve));
    at -= 1;
    return n;
  };
  await all(ahead(source(20).values, 3, work));
  expect(most).toBe(3);
});

test('a reader who leaves lets the source go', async () => {
  const { seen, values } = source(1_000);
  for await (const _ of ahead(values, 3, async (n) => n)) break;
  expect(seen).toEqual({ taken: 4, released: true });
});

test('the first failure is the reader’s, and ends it', async () => {
  const { seen, values } = source(1_000);
  const work = async (n: number) => {
    if (n >= 2) throw new Error(`no ${n}`);
    return n;
  };
  await expect(all(ahead(values, 3, work))).rejects.toThrow('no 2');
  expect(seen.released).toBe(true);
});
