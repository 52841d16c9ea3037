import { fact } from './fact.ts';
import { VouchersPosted } from './gen/gonglian/finance/v1/events.ts';

// One line a fact: what it is called, its codec, the entity it is about.
export const vouchersPosted = fact('finance', 'vouchers.posted', VouchersPosted, (f) => f.unionId);
