// Writes what a client in TypeScript needs to know of the API. A test says when it must be done again.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeApiTypes } from './api-types.ts';

const [file = 'api.d.ts'] = process.argv.slice(2);
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, await writeApiTypes());
