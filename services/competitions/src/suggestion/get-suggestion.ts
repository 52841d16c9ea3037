import type { Suggestion } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { suggestions, suggestionView } from './suggestion.ts';

export const getSuggestion = query({
  schema: z.strictObject({ suggestionId: id }),
  permission: 'competitions.suggestion.read',
  async run({ sql, own, now }, { suggestionId }): Promise<Suggestion> {
    return suggestionView(await suggestions.read(sql, suggestionId), own.vault, chinaDate(now));
  },
});
