// The workbook to fill in. What its columns are called and mean is said once, in import-fields.ts.
import { idCheckChar } from '@gonglian/kernel/id-number.ts';
import { NEW_FORMS } from '@gonglian/kernel/host.ts';
import { ID_TYPES } from '@gonglian/kernel/member.ts';
import type { SheetToWrite } from '@gonglian/sheets/write-workbook.ts';
import { EMPLOYMENT_NAMES, HEADINGS, IMPORT_FIELDS, type ImportField } from './import-fields.ts';

/** Goes up when a column is added or means something else; stands in the hidden sheet, cell B2. */
export const TEMPLATE_VERSION = '1';
const TEMPLATE = 'gonglian.members';
export const TEMPLATE_SHEET = '_template';

interface FieldGuide {
  width: number;
  needed: '是' | '否';
  rule: string;
  choices: readonly string[];
  example: string;
}

/** The county 329999 does not exist, so that the example can be nobody. */
const EXAMPLE_FIRST_17 = '32999919900101201';

const GUIDE: Record<ImportField, FieldGuide> = {
  name: { width: 14, needed: '是', rule: '与证件一致', choices: [], example: '张示范' },
  id_type: {
    width: 30,
    needed: '否',
    rule: '不填为居民身份证',
    choices: Object.values(ID_TYPES),
    example: ID_TYPES['01'],
  },
  id_number: {
    width: 24,
    needed: '是',
    rule: '请保持文本格式；变成数字的号码会丢失末几位',
    choices: [],
    example: EXAMPLE_FIRST_17 + idCheckChar(EXAMPLE_FIRST_17),
  },
  phone: { width: 16, needed: '否', rule: '11 位手机号', choices: [], example: '13900000000' },
  sex: {
    width: 8,
    needed: '否',
    rule: '居民身份证可不填，由号码得出',
    choices: ['男', '女'],
    example: '男',
  },
  birth_date: {
    width: 14,
    needed: '否',
    rule: '如 1990-01-01；居民身份证可不填，其他证件必填',
    choices: [],
    example: '1990-01-01',
  },
  employment_form: {
    width: 14,
    needed: '否',
    rule: '从可选值中选一项',
    choices: Object.values(EMPLOYMENT_NAMES),
    example: EMPLOYMENT_NAMES.contract,
  },
  worker_group: {
    width: 16,
    needed: '否',
    rule: '统计用的群体代码，如 kindergarten_staff；没有不填',
    choices: [],
    example: '',
  },
  migrant_worker: {
    width: 10,
    needed: '否',
    rule: '不填为否',
    choices: ['是', '否'],
    example: '否',
  },
  new_forms: {
    width: 24,
    needed: '否',
    rule: '可填多项，用“、”隔开',
    choices: Object.values(NEW_FORMS).map(({ name }) => name),
    example: NEW_FORMS.courier.name,
  },
};

/** Only one of these may be chosen in a cell. */
const CHOSEN: ReadonlySet<ImportField> = new Set([
  'id_type',
  'sex',
  'employment_form',
  'migrant_worker',
]);

export function templateSheets(): SheetToWrite[] {
  const columns = IMPORT_FIELDS.map((field) => {
    const { width, choices } = GUIDE[field];
    const heading = HEADINGS[field][0];
    return CHOSEN.has(field) ? { heading, width, choices } : { heading, width };
  });
  const guide = IMPORT_FIELDS.map((field) => {
    const { needed, rule, choices, example } = GUIDE[field];
    return [HEADINGS[field][0], needed, rule, choices.join('、'), example];
  });
  return [
    { name: '会员名册', columns, rows: [] },
    {
      name: '填写说明',
      columns: [
        { heading: '栏目', width: 14 },
        { heading: '必填', width: 8 },
        { heading: '填写要求', width: 44 },
        { heading: '可选值', width: 60 },
        { heading: '示例（虚构人员）', width: 24 },
      ],
      rows: guide,
    },
    {
      name: TEMPLATE_SHEET,
      columns: [{ heading: 'template' }, { heading: TEMPLATE }],
      rows: [['version', TEMPLATE_VERSION]],
      hidden: true,
    },
  ];
}
