// Accounts, duties and sessions as organisation keeps them, as far as tests of the gateway alone
// need them; those of log-in itself run against organisation (services/node/src/log-in.int.test.ts).

import {
  Duty,
  Session,
  type OrganisationServiceService,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { RequestOf, ResponseOf } from '@gonglian/rpc/definition.ts';
import type { Handler } from '@gonglian/rpc/server.ts';

type Definition = typeof OrganisationServiceService;
type Handlers = {
  [Name in 'openSession' | 'getSession' | 'getStanding' | 'endSession' | 'grantDuty']: Handler<
    RequestOf<Definition[Name]>,
    ResponseOf<Definition[Name]>
  >;
};

export function standings(rootUnionId: string): Handlers {
  const accounts = new Map<string, Session>();
  const sessions = new Map<string, { subject: string; sessionId: string }>();
  return {
    async openSession({ subject, displayName, sessionKey }) {
      const account = accounts.get(subject) ?? newAccount(subject, displayName, rootUnionId);
      accounts.set(subject, account);
      const sessionId = sessionKey === '' ? '' : `session-${sessions.size}`;
      if (sessionId !== '') sessions.set(sessionKey, { subject, sessionId });
      return { ...account, sessionId };
    },
    async getSession({ sessionKey }) {
      const { subject = '', sessionId = '' } = sessions.get(sessionKey) ?? {};
      const account = accounts.get(subject);
      return account ? { ...account, sessionId } : Session.fromPartial({});
    },
    async getStanding({ subject }) {
      const account = accounts.get(subject);
      if (!account) throw notFound('ACCOUNT_UNKNOWN');
      return account;
    },
    async endSession({ sessionId }) {
      for (const [key, session] of sessions) {
        if (session.sessionId === sessionId) sessions.delete(key);
      }
      return Session.fromPartial({ sessionId });
    },
    async grantDuty(ask) {
      const account = [...accounts.values()].find((one) => one.accountId === ask.accountId);
      const duty = Duty.fromPartial({ ...ask, dutyId: `${ask.duty} of ${ask.accountId}` });
      account?.duties.push(duty);
      return duty;
    },
  };
}

function newAccount(subject: string, displayName: string, rootUnionId: string): Session {
  const admin = Duty.fromPartial({ dutyId: 'admin', duty: 'admin', scopeUnionId: rootUnionId });
  return Session.fromPartial({
    accountId: `account-${subject}`,
    accountNo: 'A-000001',
    displayName,
    live: true,
    openedAt: new Date().toISOString(),
    duties: subject === 'admin' ? [admin] : [],
  });
}
