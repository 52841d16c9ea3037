import { lastDayOfMonth } from '@gonglian/kernel/dates.ts';
import { z } from 'zod';

const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** YYYY or YYYY-MM. */
export const period = z
  .string()
  .refine((text) => YEAR.test(text) || MONTH.test(text), 'not_a_period');
export const year = z.string().regex(YEAR, 'not_a_year');
export const month = z.string().regex(MONTH, 'not_a_month');

export interface Span {
  year: string;
  from: string;
  to: string;
  whole: boolean;
  /** 1 to 12; of a whole year the last. */
  month: number;
  /** The date whose tree was used. */
  treeOn: string;
}

/** The months of a period. */
export function spanOf(text: string): Span {
  const whole = YEAR.test(text);
  const to = whole ? `${text}-12` : text;
  return {
    year: text.slice(0, 4),
    from: whole ? `${text}-01` : text,
    to,
    whole,
    month: Number(to.slice(5)),
    treeOn: lastDayOfMonth(to),
  };
}
