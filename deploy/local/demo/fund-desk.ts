import type { NodeClient } from '../node-api.ts';

/** What the books call the account at the bank. */
export const BANK = 'basic';

/** Who works with a county's money: no step is done by the one who did the step before it. */
export interface Desk {
  finance: NodeClient;
  cashier: NodeClient;
  chair: NodeClient;
}
