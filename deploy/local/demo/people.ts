import { addDays } from '@gonglian/kernel/dates.ts';
import { idCheckChar } from '@gonglian/kernel/id-number.ts';

/** A row of a batch, as the API takes it. */
export interface PersonRow {
  idType: '01';
  idNumber: string;
  name: string;
  phone: string;
  employmentForm: string;
  workerGroup: string;
  migrantWorker: boolean;
  newForms: string[];
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰建国文志海波林峰云欣然雨晨'];

// No county has the code 329999, so that no number here can be a person's. Days are walked in a step that shares no
// factor with their count, so that all of them come up before one comes up again.
const county = '329999';
const firstBirthDay = '1960-01-01';
const birthDays = 11_800;
const stride = 7_919;
/** Sequence numbers that one node may use: the nodes' people differ. */
const sequencesPerNode = 80;

/** The n-th synthetic person of a node. `late` people are born ten years later: those who join in the demo year. */
export function person(node: number, n: number, late = false): PersonRow {
  const half = Math.floor(n / 2);
  const block = (late ? 500 : 0) + node * sequencesPerNode;
  const sequence = block + 2 * Math.floor(half / birthDays) + (n % 2);
  if (sequence >= block + sequencesPerNode)
    throw new Error('this node has no more synthetic people');
  const born = addDays(firstBirthDay, ((half * stride) % birthDays) + (late ? 3_650 : 0));
  const first17 = `${county}${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return {
    idType: '01',
    idNumber: first17 + idCheckChar(first17),
    name: nameOf(n),
    phone: `199${String(node)}${String(n % 10_000_000).padStart(7, '0')}`,
    employmentForm: n % 11 === 0 ? 'dispatch' : 'contract',
    workerGroup: '',
    migrantWorker: n % 10 < 3,
    newForms: [],
  };
}

function nameOf(n: number): string {
  const surname = surnames[n % surnames.length] ?? '王';
  const one = given[(n * 7) % given.length] ?? '';
  const two = n % 3 === 0 ? '' : (given[(n * 13 + 5) % given.length] ?? '');
  return surname + one + two;
}
