// What a visit says of itself, whether it is recorded or taken over from an old list.
import { code, date, id, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { OCCASIONS, RECIPIENT_GROUPS } from './campaign.ts';
import { TEMPERATURE_LEVELS } from './visit.ts';

const PERSONS_MAX = 100_000;

export const visitFields = {
  unionId: id,
  siteName: text(100),
  visitedOn: date,
  persons: z.int().min(1, 'not_positive').max(PERSONS_MAX, 'too_large'),
  recipientGroup: code(RECIPIENT_GROUPS),
  occasion: code(OCCASIONS),
  temperatureLevel: code(TEMPERATURE_LEVELS),
  packages: z.int().min(0, 'negative').max(PERSONS_MAX, 'too_large'),
  note: optionalText(500),
};
