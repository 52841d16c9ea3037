// What a union's host unit is: unit types, industries, new employment forms (domain §1.8).

export type UnitNature =
  | 'public'
  | 'non_public'
  | 'agency'
  | 'institution'
  | 'social_organisation'
  | 'other';
export interface UnitType {
  name: string;
  nature: UnitNature;
}

/** Unit types by code; natures are derived by a design rule (domain §1.8 [D]). */
export const UNIT_TYPES = {
  '110': { name: '国有企业', nature: 'public' },
  '120': { name: '集体企业', nature: 'public' },
  '130': { name: '股份合作企业', nature: 'non_public' },
  '140': { name: '联营企业', nature: 'non_public' },
  '151': { name: '国有独资公司', nature: 'public' },
  '159': { name: '其他有限责任公司', nature: 'non_public' },
  '161': { name: '国有控股股份有限公司', nature: 'public' },
  '169': { name: '其他股份有限公司', nature: 'non_public' },
  '170': { name: '私营企业', nature: 'non_public' },
  '190': { name: '其他内资企业', nature: 'non_public' },
  '200': { name: '港澳台商投资企业', nature: 'non_public' },
  '300': { name: '外商投资企业', nature: 'non_public' },
  '400': { name: '事业单位', nature: 'institution' },
  '500': { name: '机关', nature: 'agency' },
  '600': { name: '个体经济组织', nature: 'non_public' },
  '700': { name: '民办非企业', nature: 'social_organisation' },
  '710': { name: '社会团体', nature: 'social_organisation' },
  '720': { name: '基金会', nature: 'social_organisation' },
  '900': { name: '其他', nature: 'other' },
} as const satisfies Record<string, UnitType>;
export type UnitTypeCode = keyof typeof UNIT_TYPES;

export const isUnitType = (code: string): code is UnitTypeCode => Object.hasOwn(UNIT_TYPES, code);

/** The nature statistics count a unit type under. */
export function unitNature(code: UnitTypeCode): UnitNature {
  return UNIT_TYPES[code].nature;
}

/** Sections of GB/T 4754-2017. */
export const INDUSTRY_SECTIONS = {
  A: '农、林、牧、渔业',
  B: '采矿业',
  C: '制造业',
  D: '电力、热力、燃气及水生产和供应业',
  E: '建筑业',
  F: '批发和零售业',
  G: '交通运输、仓储和邮政业',
  H: '住宿和餐饮业',
  I: '信息传输、软件和信息技术服务业',
  J: '金融业',
  K: '房地产业',
  L: '租赁和商务服务业',
  M: '科学研究和技术服务业',
  N: '水利、环境和公共设施管理业',
  O: '居民服务、修理和其他服务业',
  P: '教育',
  Q: '卫生和社会工作',
  R: '文化、体育和娱乐业',
  S: '公共管理、社会保障和社会组织',
  T: '国际组织',
} as const;
export type IndustrySection = keyof typeof INDUSTRY_SECTIONS;

/** A class: section letter and four digits, for example P8310. */
export const INDUSTRY_CLASS = /^[A-T]\d{4}$/;

/** Whether a text is a section letter or has the form of a class (GB/T 4754-2017). */
export function isIndustry(code: string): boolean {
  return Object.hasOwn(INDUSTRY_SECTIONS, code) || INDUSTRY_CLASS.test(code);
}

export type NewFormGroup = 'key_group' | 'eight_group' | 'extended';

/** New employment forms. A person may carry several and is counted once in each and once in total. */
export const NEW_FORMS = {
  truck_driver: { name: '货车司机', groups: ['key_group', 'eight_group'] },
  ride_hailing_driver: { name: '网约车司机', groups: ['key_group'] },
  courier: { name: '快递员', groups: ['key_group', 'eight_group'] },
  delivery_rider: { name: '外卖配送员', groups: ['key_group', 'eight_group'] },
  carer: { name: '护工护理员', groups: ['eight_group'] },
  domestic_worker: { name: '家政服务员', groups: ['eight_group'] },
  mall_promoter: { name: '商场信息员', groups: ['eight_group'] },
  estate_agent: { name: '房产中介员', groups: ['eight_group'] },
  security_guard: { name: '保安员', groups: ['eight_group'] },
  live_streamer: { name: '网络主播', groups: ['extended'] },
  designated_driver: { name: '代驾', groups: ['extended'] },
} as const satisfies Record<string, { name: string; groups: readonly NewFormGroup[] }>;
export type NewForm = keyof typeof NEW_FORMS;

export const isNewForm = (code: string): code is NewForm => Object.hasOwn(NEW_FORMS, code);
