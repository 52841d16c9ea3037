// An honour is taken back. What was granted and certified stays as it was; that it was revoked is written beside it.
import type { HonourGrant } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { honourRevoked } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused, stale } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { tellRevoked } from '../across/certified.ts';
import { readNomination, subjectKindOf, writeStep } from '../nomination/nomination.ts';
import { decideDate, nextState } from '../nomination/steps.ts';
import { command } from '../pipeline.ts';
import { grantView, readGrant } from './grant.ts';

export const revokeHonour = command({
  schema: z.strictObject({ grantId: id, expectedVersion, revokedOn: date, reason: text(200) }),
  permission: 'competitions.honour.revoke',
  async run(tx, ask): Promise<HonourGrant> {
    const { sql, actor, now } = tx;
    const { grantId, revokedOn, reason } = ask;
    await sql`select from honour_grant where grant_id = ${grantId} for update`;
    const grant = await readGrant(sql, grantId);
    const { version, nominationId, honourCode, level, unionId, grantedOn, frontline } = grant;
    if (grant.awardedBy !== '') throw refused('HONOUR_DECIDED_ELSEWHERE', { level });
    if (grant.revokedOn !== '') throw refused('HONOUR_REVOKED', { revokedOn: grant.revokedOn });
    if (version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version });
    decideDate(grantedOn, revokedOn, chinaDate(now));
    if (nominationId !== '') {
      const nomination = await readNomination(sql, nominationId);
      decideDate(nomination.stoodOn, revokedOn, chinaDate(now));
      const state = nextState('REVOKE', nomination.state);
      const taken = { step: 'REVOKE', state, happenedOn: revokedOn, note: reason } as const;
      const toldNo = await writeStep(tx, nomination, taken);
      tellRevoked(tx, nomination, { grantId, toldNo, revokedOn, reason });
    }
    await sql`
      update honour_grant set revoked_on = ${revokedOn}, revoke_reason = ${reason},
        revoked_by = ${actor.id}, version = version + 1
      where grant_id = ${grantId}`;
    const subjectKind = subjectKindOf(grant.holder);
    const said = { honourCode, level, unionId, subjectKind, frontline, grantedOn, revokedOn };
    // Counted where it was counted when it was granted.
    if (grant.forNode === '') tx.emit(honourRevoked, { grantId, ...said });
    return grantView(tx, await readGrant(sql, grantId));
  },
});
