import type { Texts } from './text.ts';

/** Assets, projects, emergency transfers. */
export const ASSETS: Texts = {
  ASSET_BEFORE_ADDED: [422, '处置日期不能早于入账日期', 'It cannot leave before it came'],
  ASSET_BELOW_THRESHOLD: [
    422,
    '单价未达到该类资产标准，应直接列支',
    'Below the threshold of its class it is an expense and no asset',
  ],
  ASSET_CLASS_UNKNOWN: [422, '没有这个资产类别', 'There is no such class of assets'],
  ASSET_COUNT_OPEN_LINES: [422, '仍有资产未盘点', 'Nobody has looked for some of them yet'],
  ASSET_COUNT_STATE: [422, '盘点当前状态不能这样办理', 'The count is not in a state for this'],
  ASSET_COUNT_UNKNOWN: [
    404,
    '没有这次盘点，或不在您的职责范围内',
    'There is no such count, or not within your duty',
  ],
  ASSET_COUNT_WAITS: [
    422,
    '已有盘点尚未办结，请先办结',
    'A count of these assets is not decided yet; finish it first',
  ],
  ASSET_LIFE_SHORT: [
    422,
    '使用年限低于该类资产的最低年限',
    'The life is shorter than its class allows',
  ],
  ASSET_MONTH_DONE: [
    422,
    '该月或其后月份已计提折旧',
    'That month, or a later one, was written down already',
  ],
  ASSET_NO_TAKEN: [422, '资产编号已被使用', 'The number is on another card'],
  ASSET_NOT_LISTED: [422, '该资产不在本次盘点清单内', 'It is not on the list of this count'],
  ASSET_NOT_WRITTEN_DOWN: [
    422,
    '处置前各月折旧尚未计提，请先计提',
    'The months before it leaves are not written down yet',
  ],
  ASSET_PAYMENT_OPEN: [422, '购置付款尚未办结，不能撤销', 'Its payment is still under way'],
  ASSET_STATE: [422, '该资产当前状态不能这样办理', 'The asset is not in a state for this'],
  ASSET_SURPLUS_EARLY: [
    422,
    '盘盈资产应在完成盘点时一并填报',
    'What is too many is said when the count is finished',
  ],
  ASSET_UNKNOWN: [
    404,
    '没有这项资产，或不在您的职责范围内',
    'There is no such asset, or not within your duty',
  ],
  ASSET_WRITTEN_DOWN_BEYOND: [
    422,
    '处置当月已计提折旧，请按下月办理',
    'The month in which it leaves was written down already; let it go the month after',
  ],
  EMERGENCY_DECIDED: [
    422,
    '该笔款项没有待补办的集体决策',
    'No decision is to follow for this transfer',
  ],
  EMERGENCY_KIND: [
    422,
    '应急拨付只限专项转移支付，且须写明事件和理由',
    'Only a special transfer is an emergency, and it says what happened and why',
  ],
  PROJECT_DATES: [422, '项目结束日期不能早于开始日期', 'It cannot end before it begins'],
  PROJECT_EXISTS: [422, '该项目编码已登记', 'A project has this code already'],
  PROJECT_REPORT_EARLIER: [
    422,
    '进度报告日期不能早于上一次报告',
    'A later report cannot tell of an earlier day',
  ],
  PROJECT_UNKNOWN: [
    404,
    '没有这个项目，或不在您的职责范围内',
    'There is no such project, or not within your duty',
  ],
  SETTLEMENT_NOT_EARMARKED: [
    422,
    '只有专项转移支付需要报告使用情况',
    'Only the use of a special transfer is reported',
  ],
};
