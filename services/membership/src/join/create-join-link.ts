import type { JoinLink } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { addDays, chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { signJoinLink } from './join-link.ts';

const CreateJoinLink = z.strictObject({ unionId: id, expiresOn: date });

/** Refused JOIN_LINK_ENDS_IN_PAST or JOIN_LINK_TOO_LONG: a poster is forgotten on its wall. */
export function decideJoinLink(
  expiresOn: CalendarDate,
  today: CalendarDate,
  daysMax: number,
): void {
  if (expiresOn < today) throw refused('JOIN_LINK_ENDS_IN_PAST', { today });
  const lastOn = addDays(today, daysMax);
  if (expiresOn > lastOn) throw refused('JOIN_LINK_TOO_LONG', { lastOn });
}

export const createJoinLink = command({
  schema: CreateJoinLink,
  permission: 'membership.join-link.create',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, node, now }, { unionId, expiresOn }): Promise<JoinLink> {
    const today = chinaDate(now);
    const { name } = requireAdmitting(await findUnion(sql, unionId), unionId);
    decideJoinLink(expiresOn, today, membershipPolicy('join_link.days_max', today));
    const token = signJoinLink(own.linkSecret, node, { unionId, expiresOn });
    return { token, unionId, unionName: name, expiresOn };
  },
});
