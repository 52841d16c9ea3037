// The work on collections in a process of its own, to be killed: settings as JSON come as the first argument.
import { openDatabase } from '@gonglian/service/database.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import { runNextCollection } from './run-collections.ts';

const settings = JSON.parse(process.argv[2] ?? '') as ServiceSettings;
const orm = await openDatabase(settings, parts.name, parts.entities);
const { node } = settings;
const running = { service: parts.name, node, orm, own: testOwn(), wakeRelay: () => undefined };
await runNextCollection(running);
await orm.close();
