// Made-up people of a county that does not exist, for tests.
import { idCheckChar } from '@gonglian/kernel/id-number.ts';

const NAMES = ['陈一', '陆二', '韩三', '杨四', '周五', '吴六', '郑七'];

/** The nth of them; born in 1990. */
export function madePerson(n: number) {
  const day = 1 + (n % 28);
  const month = 1 + (Math.floor(n / 28) % 12);
  const order = Math.floor(n / 336) % 1_000;
  const digits = (value: number, width: number) => String(value).padStart(width, '0');
  const first17 = `3299991990${digits(month, 2)}${digits(day, 2)}${digits(order, 3)}`;
  return {
    personName: NAMES[n % NAMES.length] ?? '陈一',
    idNumber: `${first17}${idCheckChar(first17)}`,
    skillGrade: 3,
    memberId: '',
  };
}

export const madePeople = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => madePerson(from + n));
