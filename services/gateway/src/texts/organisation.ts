// Unions, their tree, their founding and their ending.

import type { Texts } from './text.ts';

export const ORGANISATION: Texts = {
  ALREADY_COVERED: [
    422,
    '该单位已由本工会覆盖，无需重复登记',
    'This union covers the employer already',
  ],
  ALREADY_UNDER_PARENT: [422, '已在该上级之下，无需变更', 'It is under that parent already'],
  COVERAGE_NOT_ALLOWED: [
    422,
    '该类工会不覆盖其他单位',
    'This kind of union does not cover other employers',
  ],
  COVERED_UNITS_TOO_FEW: [
    422,
    '联合基层工会覆盖的单位过少，请补充',
    'A joint union must cover more employers; add some',
  ],
  COVERED_UNIT_TWICE: [
    422,
    '覆盖单位重复，请删去重复者',
    'An employer is listed twice; take one out',
  ],
  CYCLE_IN_TREE: [422, '上级不能是其自身或下级', 'The parent is the union itself or lies below it'],
  EFFECTIVE_BEFORE_FOUNDING: [
    422,
    '生效日期早于成立日期',
    'The date is before the union was founded',
  ],
  EFFECTIVE_BEFORE_LAST_CHANGE: [
    422,
    '生效日期早于上一次变更，请按时间顺序办理',
    'The date is before the last change; record changes in order',
  ],
  EMPLOYER_COVERED_ELSEWHERE: [
    422,
    '该单位已由其他工会覆盖，请先在那里解除',
    'Another union covers this employer; end that first',
  ],
  EMPLOYER_NOT_COVERED: [422, '本工会没有覆盖该单位', 'This union does not cover the employer'],
  ENDED_BEFORE_START: [422, '结束日期早于开始日期', 'The end is before the beginning'],
  ESTABLISHED_BEFORE_PARENT: [
    422,
    '成立日期早于上级的成立日期',
    'It is established before its parent',
  ],
  ESTABLISHMENT_STATE_WRONG: [
    422,
    '建会申请当前所处的步骤不允许此操作',
    'The establishment is not at the step for this',
  ],
  HAS_ACTIVE_MEMBERS: [
    422,
    '仍有会员，请先办理接转或保留会籍',
    'There are still members; transfer or retain them first',
  ],
  HAS_INDUSTRIAL_SUB_UNIONS: [
    422,
    '仍有产业隶属的下级工会，请先变更其产业上级',
    'Unions still follow it on the industrial line; change that first',
  ],
  HAS_PENDING_APPLICATIONS: [
    422,
    '仍有待办的入会申请，请先办结',
    'Applications to join are still pending; decide them first',
  ],
  HAS_SUB_UNIONS: [
    422,
    '仍有下级工会，请先调整其隶属',
    'There are still unions below it; move them first',
  ],
  HOST_HAS_UNION: [409, '该单位已有工会，请勿重复建会', 'This employer has a union already'],
  ID_TWICE_IN_BATCH: [
    422,
    '同一批中的编号重复，请为每行另选编号',
    'An id is used twice in the batch; choose one for each row',
  ],
  INDUSTRIAL_PARENT_KIND_WRONG: [
    422,
    '该类工会不能作为产业上级',
    'This kind of union cannot be an industrial parent',
  ],
  INDUSTRIAL_PARENT_NOT_ACTIVE: [
    422,
    '产业上级不在有效状态',
    'The industrial parent is not active',
  ],
  INDUSTRIAL_PARENT_UNKNOWN: [422, '没有这个产业上级', 'There is no such industrial parent'],
  INDUSTRY_UNKNOWN: [
    422,
    '没有这个国民经济行业代码（GB/T 4754）',
    'There is no such industry code (GB/T 4754)',
  ],
  KIND_HAS_NO_INDUSTRIAL_LINE: [
    422,
    '该类工会没有产业隶属关系',
    'This kind of union has no industrial parent',
  ],
  KIND_LEVEL_MISMATCH: [422, '工会类别与层级不符', 'Kind and level do not fit together'],
  LEGAL_PERSON_NOT_ALLOWED: [
    422,
    '该类工会不办理法人资格登记',
    'This kind of union does not become a legal person',
  ],
  LEGAL_PERSON_REGISTERED: [
    422,
    '已办理法人资格登记',
    'It is registered as a legal person already',
  ],
  MEMBERSHIP_BEHIND: [
    503,
    '会员数据尚未同步，请稍后再试',
    'Membership has not caught up; try later',
  ],
  MERGE_INTO_ITSELF: [
    422,
    '不能并入自身，请从被合并者中删去',
    'A union cannot merge into itself; take it out of the list',
  ],
  MERGE_LEVEL_DIFFERS: [422, '只有同级工会可以合并', 'Only unions of one level merge'],
  NAME_UNCHANGED: [422, '名称没有变化', 'The name is the same'],
  NOT_CLOSING: [
    422,
    '尚未宣布终止，请先办理',
    'The union was not announced as closing; do that first',
  ],
  PARENT_LEVEL_WRONG: [422, '上级的层级不符', 'The parent is of the wrong level'],
  PARENT_NOT_ACTIVE: [422, '上级工会不在有效状态', 'The parent is not active'],
  PARENT_NOT_YET_FOUNDED: [422, '上级工会当时尚未成立', 'The parent did not exist on that date'],
  PARENT_UNKNOWN: [422, '没有这个上级工会', 'There is no such parent'],
  PART_EXISTS: [
    409,
    '新设工会的编号已被使用，请另选',
    'The id of a new part is in use; choose another',
  ],
  REGION_OUTSIDE_PARENT: [
    422,
    '行政区划不在上级辖区内',
    'The region lies outside that of the parent',
  ],
  REPLIED_BEFORE_APPLICATION: [
    422,
    '批复日期早于申请日期',
    'The reply is dated before the application',
  ],
  ROOT_UNION_FIXED: [
    422,
    '本级总工会不能移动或撤销',
    'The federation of this node neither moves nor ends here',
  ],
  SPLIT_LEVEL_DIFFERS: [
    422,
    '分立后的工会须与原工会同级',
    'The parts must be of the level of the union that splits',
  ],
  UNION_ADMITS_NO_MEMBERS: [
    422,
    '该类工会不直接发展会员，请选择基层工会',
    'This kind of union admits no members; choose a grassroots union',
  ],
  UNION_CLOSING: [422, '该工会正在终止，不再吸收会员', 'The union is closing; nobody joins'],
  UNION_ENDED: [422, '该工会已经终止', 'The union has ended'],
  UNION_NOT_ACTIVE: [422, '该工会不在有效状态', 'The union is not active'],
  UNIT_TYPE_UNKNOWN: [422, '没有这个单位类型代码', 'There is no such unit type'],
  USCC_CHARSET: [
    422,
    '统一社会信用代码含有不允许的字符',
    'The unified social credit code holds a character that is not allowed',
  ],
  USCC_CHECK: [
    422,
    '统一社会信用代码校验位不正确，请核对',
    'The check character of the unified social credit code is wrong',
  ],
  USCC_IS_UNION: [
    422,
    '这是工会的统一社会信用代码，请填写单位的',
    "This is a union's own code; give that of the employer",
  ],
  USCC_LENGTH: [
    422,
    '统一社会信用代码须为 18 位',
    'A unified social credit code has 18 characters',
  ],
  USCC_NOT_UNION_PREFIX: [
    422,
    '这不是工会的统一社会信用代码（应以 81 或 89 开头）',
    "This is not a union's code, which begins with 81 or 89",
  ],
  USCC_TAKEN: [409, '该统一社会信用代码已登记', 'This unified social credit code is taken'],
};
