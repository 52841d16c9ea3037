// Members as an export writes them: a line of cells each, masked as the reader's duty has it.
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { mayReveal } from '@gonglian/kernel/duty.ts';
import { NEW_FORMS, isNewForm } from '@gonglian/kernel/host.ts';
import { maskIdNumber, maskName, maskPhone } from '@gonglian/kernel/mask.ts';
import type { EmploymentForm } from '@gonglian/kernel/member.ts';
import type { OpeningKeys } from '@gonglian/kernel/vault.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import { EMPLOYMENT_NAMES } from '../import/import-fields.ts';
import { openPerson, type Person } from '../member/person.ts';
import { showsName } from '../member/shows-name.ts';
import type { ExportField } from './export-rules.ts';
import { bytesOf, NOTHING, type ExportRow } from './packed-rows.ts';

const CODE_HEADINGS = ['性别', '年龄段', '用工形式', '职工群体', '农民工', '新就业形态'];

const HEADINGS: Record<ExportField, readonly string[]> = {
  member_no: ['会员编号'],
  name: ['姓名'],
  id_number: ['证件号码'],
  phone: ['手机号'],
  joined_on: ['入会日期'],
  state: ['会籍状态'],
  union: ['所属工会'],
  codes: CODE_HEADINGS,
  whole_name: ['姓名（完整）'],
  whole_id_number: ['证件号码（完整）'],
  whole_phone: ['手机号（完整）'],
};

export function headingsOf(fields: readonly ExportField[]): string[] {
  return fields.flatMap((field) => HEADINGS[field]);
}

const STATES: Readonly<Record<string, string>> = {
  APPLIED: '申请中',
  ACTIVE: '在册',
  RETAINED: '保留会籍',
  LEFT: '已退会',
  DEEMED_LEFT: '视为退会',
  EXPELLED: '已开除',
  DECEASED: '已去世',
  REJECTED: '未批准',
};
const SEXES: Readonly<Record<string, string>> = { male: '男', female: '女' };
const AGE_BANDS: Readonly<Record<string, string>> = {
  under_25: '25 岁以下',
  '25_34': '25–34 岁',
  '35_44': '35–44 岁',
  '45_54': '45–54 岁',
  '55_plus': '55 岁以上',
};

export interface Reader {
  keys: OpeningKeys;
  actor: Pick<Actor, 'duty' | 'scope'>;
  codes: ReadonlyMap<number, MemberCodes>;
  unionNames: ReadonlyMap<string, string>;
}

type Cells = (row: ExportRow) => readonly string[];
/** The person is opened once a row, and is nobody where nothing of it is asked for. */
type CellsOf = (row: ExportRow, person: Person) => readonly string[];

const NOBODY: Person = { idNumber: '', name: '', phone: '', birthDate: '' };

/** A whole value is given of whom the duty may ask it for a reason; of others it stays masked. */
export function cellsBy(fields: readonly ExportField[], reader: Reader): Cells {
  const { keys, actor, codes, unionNames } = reader;
  const opened = ({ memberId, sealed }: ExportRow) =>
    sealed === NOTHING ? NOBODY : openPerson(keys, memberId, bytesOf(sealed));
  const personal = (row: ExportRow) => mayReveal(actor.duty, 'personal', row.state);
  const sensitive = (row: ExportRow) => mayReveal(actor.duty, 'sensitive', row.state);
  const cells: Record<ExportField, CellsOf> = {
    member_no: (row) => [row.memberNo],
    name: (row, { name }) => [showsName(actor, row.unionId) ? name : maskName(name)],
    id_number: (_, { idNumber }) => [maskIdNumber(idNumber)],
    phone: (_, { phone }) => [maskPhone(phone)],
    joined_on: (row) => [row.joinedOn],
    state: (row) => [STATES[row.state] ?? row.state],
    union: (row) => [unionNames.get(row.unionId) ?? ''],
    codes: (row) => codeCells(codes.get(row.codesId)),
    whole_name: (row, { name }) => [personal(row) ? name : maskName(name)],
    whole_id_number: (row, { idNumber }) => [sensitive(row) ? idNumber : maskIdNumber(idNumber)],
    whole_phone: (row, { phone }) => [personal(row) ? phone : maskPhone(phone)],
  };
  const wanted = fields.map((field) => cells[field]);
  return (row) => {
    const person = opened(row);
    const line: string[] = [];
    for (const of of wanted) line.push(...of(row, person));
    return line;
  };
}

/** Each combination of codes is put into words once. */
const worded = new WeakMap<MemberCodes, readonly string[]>();
const NO_CODES = CODE_HEADINGS.map(() => '');

function codeCells(codes: MemberCodes | undefined): readonly string[] {
  if (codes === undefined) return NO_CODES;
  const known = worded.get(codes);
  if (known) return known;
  const { sex, ageBand, employmentForm, workerGroup, migrantWorker, newForms } = codes;
  const cells = [
    SEXES[sex] ?? '',
    AGE_BANDS[ageBand] ?? ageBand,
    EMPLOYMENT_NAMES[employmentForm as EmploymentForm] ?? employmentForm,
    workerGroup,
    migrantWorker ? '是' : '否',
    newForms.map((form) => (isNewForm(form) ? NEW_FORMS[form].name : form)).join('、'),
  ];
  worded.set(codes, cells);
  return cells;
}
