import { openClient, type NodeClient } from '../node-api.ts';

/** What the books call the account at the bank. */
export const BANK = 'basic';
export const BANK_CODE = '105312500018';

/** Who works with a county's money: no step is done by the one who did the step before it. */
export interface Desk {
  finance: NodeClient;
  cashier: NodeClient;
  chair: NodeClient;
}

export async function openFundDesk(region: string, origin: string): Promise<Desk> {
  const client = (user: string) => openClient(region, origin, user);
  return {
    finance: await client('finance'),
    cashier: await client('cashier'),
    chair: await client('chair'),
  };
}
