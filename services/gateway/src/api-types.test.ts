import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeApiTypes } from './api-types.ts';

const kept = path.resolve(import.meta.dirname, '../../console/src/gen/api.d.ts');

// Where it differs: npm run api-types -w @gonglian/gateway
test('what the console knows of the API is what the API says', async () => {
  const [fresh, committed] = [await writeApiTypes(), readFileSync(kept, 'utf8')];
  const lines = new Set(committed.split('\n'));
  // By line first: a difference of texts would fill the screen.
  expect(fresh.split('\n').filter((line) => !lines.has(line))).toEqual([]);
  expect(fresh === committed).toBe(true);
}, 30_000);
