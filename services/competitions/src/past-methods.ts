// The part of service.ts that takes over what old lists say.
import { recordPastCompetition } from './past/record-past-competition.ts';
import { recordPastHazards } from './past/record-past-hazards.ts';
import { recordPastSuggestions } from './past/record-past-suggestions.ts';

export const pastMethods = { recordPastCompetition, recordPastSuggestions, recordPastHazards };
