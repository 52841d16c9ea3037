// Synthetic people: the county code 329999 does not exist, so that no number can be somebody's
// (domain §9.1).
import { Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { idCheckChar } from '@gonglian/kernel/id-number.ts';
import { openVault, type Vault } from '@gonglian/kernel/vault.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import type { Own } from './pipeline.ts';

const FIRST_BIRTH = '1962-01-01';
const BIRTH_DAYS = 15_000;
const SEQUENCES = 900;

/** The nth number; all different up to 13 million. */
export function syntheticIdNumber(n: number): string {
  const born = addDays(FIRST_BIRTH, n % BIRTH_DAYS).replaceAll('-', '');
  const sequence = String(100 + (Math.floor(n / BIRTH_DAYS) % SEQUENCES)).padStart(3, '0');
  const first17 = `329999${born}${sequence}`;
  return first17 + idCheckChar(first17);
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const GIVEN = '安邦成达恩发光海杰凯林明宁平强荣';
const FORMS = ['contract', 'dispatch', 'flexible', 'platform'];

export function syntheticPerson(n: number, changes: Partial<Person> = {}): Person {
  const pick = (from: string, at: number) => from.charAt(at % from.length);
  return Person.fromPartial({
    idType: '01',
    idNumber: syntheticIdNumber(n),
    name: pick(SURNAMES, n) + pick(GIVEN, n >> 4) + pick(GIVEN, n >> 8),
    phone: `1390${String(n).padStart(7, '0')}`,
    employmentForm: FORMS[n % FORMS.length] ?? '',
    migrantWorker: n % 3 === 0,
    newForms: n % 50 === 0 ? ['courier', 'delivery_rider'] : [],
    ...changes,
  });
}

export function testVault(): Vault {
  const dataKeys = { 1: Buffer.alloc(32, 3) };
  return openVault({ suite: 'std', dataKeys, currentKid: 1, indexKey: Buffer.alloc(32, 5) });
}

/** `lines` receives what is logged. */
export function testOwn(lines: string[] = []): Own {
  return {
    vault: testVault(),
    linkSecret: Buffer.alloc(32, 9),
    regionCode: '329999',
    log: createLog({}, 'warn', { write: (line) => void lines.push(line) }),
  };
}
