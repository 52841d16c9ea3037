import type { Migration } from '@gonglian/service/migrate.ts';
import { countedViews } from './counted-views.ts';

/** counted: what happened, as the facts have told it, from the records of all areas. */
export const counted: Migration = { name: '0008-counted', sql: countedViews };
