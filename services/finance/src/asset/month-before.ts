import { addDays, monthOf, type Month } from '@gonglian/kernel/dates.ts';

export const monthBefore = (month: Month): Month => monthOf(addDays(`${month}-01`, -1));
