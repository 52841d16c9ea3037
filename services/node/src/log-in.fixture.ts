// A gateway with its development provider before organisation with its database: as much of a node
// as log-in needs.

import { randomBytes } from 'node:crypto';
import {
  DEVELOPMENT_ADMIN,
  DEVELOPMENT_ISSUER,
} from '@gonglian/gateway/login/development-provider.ts';
import { start } from '@gonglian/gateway/start.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { parts } from '@gonglian/organisation/service.ts';
import { ensureRootUnion } from '@gonglian/organisation/union/ensure-root-union.ts';
import { startTestService, testSecret } from '@gonglian/testing/service.ts';

export const NAME = '高邮市总工会';
export const duties = ['clerk', 'chair', 'supervisor', 'finance', 'auditor', 'admin', 'member'];
const others = ['li', 'zhao', 'qian', 'sun'].map((id) => ({ id, duty: 'clerk' }));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A user for every duty, by its name, and four clerks who are changed by tests. */
export async function openLogInNode() {
  const node = `t${randomBytes(4).toString('hex')}`;
  const rootUnionId = nodeRootUnionId(node);
  const own = { rootUnionId, regionCode: '321084', level: 'COUNTY', name: NAME } as const;
  const firstAdmins = [{ issuer: DEVELOPMENT_ISSUER, subject: DEVELOPMENT_ADMIN }];
  const membership = { countMembers: () => Promise.reject(new Error('nobody asks')) };
  const organisation = await startTestService(
    parts,
    { ...own, membership, access: { firstAdmins } },
    { node },
  );
  await ensureRootUnion(organisation.served.running);
  const gateway = await start({
    host: '127.0.0.1',
    port: 0,
    region: node,
    name: NAME,
    level: 'COUNTY',
    superior: null,
    subordinates: [],
    rootUnionId,
    development: true,
    developmentUsers: [...duties.map((duty) => ({ id: duty, duty })), ...others],
    secret: testSecret,
    services: { organisation: organisation.served.address },
    changes: () => Promise.resolve(() => undefined),
    log: silent,
  });
  return {
    node,
    rootUnionId,
    url: gateway.url,
    sql: organisation.sql,
    async stop() {
      await gateway.stop();
      await organisation.stop();
    },
  };
}
