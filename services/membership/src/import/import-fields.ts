// What a column may mean: the fields of a person, the headings they are known by, and the words of their codes.
import { NEW_FORMS } from '@gonglian/kernel/host.ts';
import { ID_TYPES, type EmploymentForm } from '@gonglian/kernel/member.ts';

export const IMPORT_FIELDS = [
  'name',
  'id_type',
  'id_number',
  'phone',
  'sex',
  'birth_date',
  'employment_form',
  'worker_group',
  'migrant_worker',
  'new_forms',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const REQUIRED_FIELDS: readonly ImportField[] = ['id_number', 'name'];

/** The first heading is the template's own. */
export const HEADINGS: Record<ImportField, readonly [string, ...string[]]> = {
  name: ['姓名', '会员姓名', '职工姓名', '名字', 'name', 'full name'],
  id_type: ['证件类型', '证件种类', 'id type', 'id_type'],
  id_number: [
    '证件号码',
    '身份证号码',
    '身份证号',
    '身份证',
    '公民身份号码',
    '居民身份证号码',
    '证件号',
    'id number',
    'id card number',
    'id_number',
  ],
  phone: ['手机号', '手机号码', '手机', '联系电话', '电话', '联系方式', 'phone', 'mobile'],
  sex: ['性别', 'sex', 'gender'],
  birth_date: ['出生日期', '出生年月日', '出生年月', '生日', 'birth date', 'date of birth'],
  employment_form: ['用工形式', '就业形式', '用工性质', 'employment form'],
  worker_group: ['职工群体', '人员类别', 'worker group'],
  migrant_worker: ['农民工', '是否农民工', '是否为农民工', 'migrant worker'],
  new_forms: ['新就业形态', '新就业形态类别', '新就业形态群体', '新业态', 'new forms'],
};

export const EMPLOYMENT_NAMES: Record<EmploymentForm, string> = {
  contract: '合同制',
  dispatch: '劳务派遣',
  flexible: '灵活就业',
  platform: '平台',
  public_institution: '事业编',
  civil_servant: '公务员',
  part_time: '非全日制',
};

/** Words → code, for each field that is kept by code. */
type Words = ReadonlyMap<string, string>;

const words = (...pairs: readonly (readonly [word: string, code: string])[]): Words =>
  new Map(pairs.map(([word, code]) => [wordOf(word), code]));

export const ID_TYPE_WORDS = words(
  ...Object.entries(ID_TYPES).flatMap(([code, name]) => [
    [code, code] as const,
    [name, code] as const,
    [String(Number(code)), code] as const,
  ]),
  ['身份证', '01'],
  ['二代身份证', '01'],
  ['港澳居民来往内地通行证', '02'],
  ['港澳居民居住证', '02'],
  ['台湾居民来往大陆通行证', '03'],
  ['台湾居民居住证', '03'],
  ['外国人永久居留身份证', '05'],
);

export const SEX_WORDS = words(
  ['男', 'male'],
  ['男性', 'male'],
  ['male', 'male'],
  ['m', 'male'],
  ['女', 'female'],
  ['女性', 'female'],
  ['female', 'female'],
  ['f', 'female'],
);

export const EMPLOYMENT_WORDS = words(
  ...Object.entries(EMPLOYMENT_NAMES).flatMap(([code, name]) => [
    [code, code] as const,
    [name, code] as const,
  ]),
  ['合同', 'contract'],
  ['劳动合同', 'contract'],
  ['劳动合同制', 'contract'],
  ['派遣', 'dispatch'],
  ['平台用工', 'platform'],
  ['平台就业', 'platform'],
  ['事业编制', 'public_institution'],
  ['非全日制用工', 'part_time'],
);

export const NEW_FORM_WORDS = words(
  ...Object.entries(NEW_FORMS).flatMap(([code, { name }]) => [
    [code, code] as const,
    [name, code] as const,
  ]),
  ['外卖骑手', 'delivery_rider'],
  ['外卖员', 'delivery_rider'],
  ['快递小哥', 'courier'],
  ['家政员', 'domestic_worker'],
  ['保安', 'security_guard'],
  ['主播', 'live_streamer'],
);

export const YES_NO_WORDS = words(
  ...['是', '有', 'y', 'yes', 'true', '1', '√', '✓', '✔', '农民工'].map(
    (word) => [word, 'yes'] as const,
  ),
  ...['', '否', '不是', '无', 'n', 'no', 'false', '0', '×', '-', '—', '/'].map(
    (word) => [word, 'no'] as const,
  ),
);

/** Width, case and spaces do not make another word. */
export function wordOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '');
}
/** The rules name a field as Person has it in code; a column is named as the contract has it. */
export function columnField(field: string): ImportField {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as ImportField;
}
