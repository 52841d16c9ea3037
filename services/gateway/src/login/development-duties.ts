// The users of development have their duties by the same commands as everybody else: their
// administrator is the first one of the node, and grants the rest.

import type { Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import type { DevelopmentUser, GatewayConfig } from '../config.ts';
import type { Accounts } from './accounts.ts';
import { DEVELOPMENT_ADMIN as ADMIN, DEVELOPMENT_ISSUER } from './development-provider.ts';

/** Makes sure of a user's duty, once a process: one that was revoked meanwhile stays so. */
export function developmentDuties(
  accounts: Accounts,
  { region: node, rootUnionId }: Pick<GatewayConfig, 'region' | 'rootUnionId'>,
): (user: DevelopmentUser) => Promise<void> {
  const makeKnown = (subject: string, displayName: string): Promise<Session> =>
    accounts.open({
      issuer: DEVELOPMENT_ISSUER,
      subject,
      displayName,
      methods: [],
      sessionKey: '',
    });
  const sure = new Map<string, Promise<void>>();

  async function makeSure(user: DevelopmentUser): Promise<void> {
    const { duty, scope: scopeUnionId = rootUnionId, memberId = '' } = user;
    const account = await makeKnown(user.id, user.name ?? user.id);
    const held = account.duties.some(
      (one) => one.duty === duty && one.scopeUnionId === scopeUnionId,
    );
    // Whoever is to be a member has no record until somebody says which.
    if (held || user.id === ADMIN || (duty === 'member' && memberId === '')) return;
    const admin = await makeKnown(ADMIN, ADMIN);
    const { accountId } = account;
    await accounts
      .grant(
        { accountId, duty, scopeUnionId, memberId, grantedOn: '' },
        { id: admin.accountId, duty: 'admin', scope: rootUnionId, node, member: '' },
      )
      .catch((error: unknown) => {
        // Another process of this node was as quick.
        if (!isRefusal(error) || error.code !== 'DUTY_HELD') throw error;
      });
  }

  return (user) => {
    const known = sure.get(user.id);
    if (known) return known;
    const made = makeSure(user);
    sure.set(user.id, made);
    made.catch(() => sure.delete(user.id));
    return made;
  };
}
