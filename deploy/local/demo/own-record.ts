import { openClient } from '../node-api.ts';

interface Member {
  memberId: string;
  unionId: string;
}

/** Gives the development user `member` the record of somebody who joined, so that there is one of his own to see. */
export async function giveOwnRecord(region: string, origin: string): Promise<void> {
  const client = (user: string) => openClient(region, origin, user);
  const clerk = await client('clerk');
  const { items } = await clerk.get<{ items: Member[] }>('/members?state=ACTIVE&limit=1');
  const [member] = items;
  if (!member) return;
  const { accountId } = await (await client('member')).get<{ accountId: string }>('/session');
  const { memberId, unionId: scopeUnionId } = member;
  const admin = await client('admin');
  await admin.post('/duties', `own record ${memberId}`, {
    accountId,
    duty: 'member',
    scopeUnionId,
    memberId,
  });
}
