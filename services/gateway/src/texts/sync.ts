// Indicators, cells, periods and the links between nodes.

import type { Texts } from './text.ts';

export const SYNC: Texts = {
  ANSWER_TOO_LONG: [422, '查询结果过多，请缩小范围', 'The answer would be too long; ask for less'],
  FIGURE_TWICE: [
    400,
    '同一指标和期间填写了两次，请只保留一个',
    'One figure is given twice; keep one',
  ],
  HELD_BY_ANOTHER_NODE: [
    422,
    '明细由下级节点保存，请到该节点查询',
    'Another node holds the details; ask there',
  ],
  INDICATOR_DERIVED: [
    400,
    '该指标由其他指标计算得出，不能填报',
    'This indicator is derived from others; it cannot be typed in',
  ],
  NEIGHBOUR_AWAY: [
    503,
    '对方节点暂时联系不上，请稍后重试',
    'The other node cannot be reached now; try again later',
  ],
  NEIGHBOUR_BUSY: [
    429,
    '向对方节点的查询过多，请稍后重试',
    'Too much is asked of the other node at once; try again soon',
  ],
  NEIGHBOUR_FAILED: [
    503,
    '对方节点未能答复，请报告管理员',
    'The other node could not answer; tell the admin',
  ],
  NODE_NOT_NEIGHBOUR: [
    422,
    '只能发给直接的上级或下级节点',
    'Only for the direct superior or a direct subordinate',
  ],
  NODE_REPORTS: [
    422,
    '该单位由其自己的节点上报，不能代填',
    'That union reports by its own node; it cannot be declared here',
  ],
  NOTHING_TO_RESTATE: [
    422,
    '结账后没有新的变动，无需更正',
    'Nothing came after closing; there is nothing to restate',
  ],
  PERIOD_CLOSED: [422, '该期间已经结账，请改用更正', 'The period is closed; restate it instead'],
  PERIOD_NOT_BEGUN: [
    422,
    '该期间尚未开始，不能结账',
    'The period has not begun; it cannot be closed',
  ],
  PERIOD_OPEN: [
    422,
    '该期间尚未结账，无需更正',
    'The period is still open; there is nothing to restate',
  ],
  QUESTION_KIND_UNKNOWN: [
    422,
    '对方节点的版本不支持此项查询',
    'The other node runs a version that does not know this question',
  ],
  QUESTION_MALFORMED: [422, '对方节点无法读取此项查询', 'The other node cannot read this question'],
  RECORDS_EXIST: [
    422,
    '该单位已有明细记录，数据由记录汇总，不能填报',
    "Records stand behind this union's numbers; they are counted, not typed in",
  ],
  RECOUNT_ENDLESS: [
    503,
    '核对的数据量超出上限，请报告管理员',
    'The recount did not come to an end; tell the admin',
  ],
  REPORTING_UNION_UNKNOWN: [
    404,
    '没有这个填报单元，或不在您的职责范围内',
    'There is no such reporting union, or not within your duty',
  ],
  VERIFICATION_RUNNING: [
    429,
    '已有核对正在进行，请等待完成',
    'A verification is running; wait until it is done',
  ],
};
