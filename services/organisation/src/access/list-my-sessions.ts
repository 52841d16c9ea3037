import { Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { isoTime, readOpenSessions } from './account.ts';
import { expiresMs, isLive, SESSION_LIFE } from './session-life.ts';

// The request has no fields; a message without any has no type of its own.
const ListMySessions = z.unknown();

/** Where one is logged in, the newest first. Which of them is asking, the gateway knows. */
export const listMySessions = query({
  schema: ListMySessions,
  permission: 'organisation.my-session.read',
  async run(tx) {
    const life = { ...SESSION_LIFE, ...tx.own.access?.life };
    if (!isId(tx.actor.id)) return { items: [] };
    const rows = await readOpenSessions(tx, tx.actor.id, life.openMax);
    const items = rows
      .filter((row) => isLive(row, life, tx.now.getTime()))
      .map((row) =>
        Session.fromPartial({
          sessionId: row.id,
          accountId: tx.actor.id,
          live: true,
          openedAt: isoTime(row.openedMs),
          expiresAt: isoTime(expiresMs(row, life)),
        }),
      );
    return { items };
  },
});
