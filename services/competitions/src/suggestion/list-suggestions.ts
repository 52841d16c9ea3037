import type { SuggestionList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { query } from '../pipeline.ts';
import { submissionsOf } from '@gonglian/service/submission.ts';
import { SUGGESTION_STATES, suggestions, suggestionView } from './suggestion.ts';

/** Those in reach, the newest first; a member's are his own. OVERDUE: the unit should have answered. */
export const listSuggestions = query({
  schema: submissionsOf(SUGGESTION_STATES),
  permission: 'competitions.suggestion.read',
  unions: ({ unionId }) => [unionId],
  async run(reading, ask): Promise<SuggestionList> {
    const { rows, nextCursor, today } = await suggestions.page(reading, ask);
    const { vault } = reading.own;
    return { items: rows.map((row) => suggestionView(row, vault, today)), nextCursor };
  },
});
