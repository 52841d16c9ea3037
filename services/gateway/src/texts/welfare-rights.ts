import type { Texts } from './text.ts';

/** 12351 work orders, mediation and legal aid (domain §3.6, §3.7). */
export const WELFARE_RIGHTS: Texts = {
  LAWYER_CONFLICT: [
    422,
    '该律师或其所在律所为对方单位服务，不能指派',
    'The lawyer or somebody of his firm works for the other side',
  ],
  LAWYER_NOT_DECLARED: [
    422,
    '律师尚未声明与本案无利害关系',
    'The lawyer has not said that nothing ties him to the other side',
  ],
  LEGAL_AID_MATERIALS_MISSING: [422, '申请材料仍不齐全', 'Papers are still missing'],
  LEGAL_AID_OWN_REVIEW: [
    422,
    '复审不能由作出不予援助决定的人办理',
    'Whoever refused does not look at it again',
  ],
  LEGAL_AID_STATE_WRONG: [
    422,
    '法律援助案件当前状态不能进行此操作',
    'In the state the case is in, another step comes first',
  ],
  LEGAL_AID_UNKNOWN: [404, '没有该法律援助案件', 'There is no such case'],
  MEDIATION_DAYS_LEFT: [
    422,
    '调解期限未满，暂不能申请仲裁',
    'The days for an agreement are not over',
  ],
  MEDIATION_HANDED_OVER_TWICE: [
    409,
    '该案件已移交过',
    'The case was handed over under that number already',
  ],
  MEDIATION_NOT_SIGNED: [422, '调解协议须双方签名或盖章', 'An agreement is signed by both sides'],
  MEDIATION_STATE_WRONG: [
    422,
    '调解案件当前状态不能进行此操作',
    'In the state the mediation is in, another step comes first',
  ],
  MEDIATION_UNKNOWN: [404, '没有该调解案件', 'There is no such mediation'],
  MEDIATION_UNREPRESENTED: [
    422,
    '劳动者十人以上且有共同请求的，应推举代表',
    'So many workers with one claim are spoken for by representatives',
  ],
  PAYMENT_ORDER_NOT_FOR: [
    422,
    '该类争议的调解协议不能申请支付令',
    'For agreements of this kind there is no payment order',
  ],
  PROFESSIONAL_ENDED: [
    422,
    '该人员当日不在名册上',
    'The professional is not on the roster on that day',
  ],
  PROFESSIONAL_OTHER: [422, '该人员不是所需专业', 'The professional is of another profession'],
  PROFESSIONAL_TWICE: [409, '该执业证号已登记', 'That licence is on the roster already'],
  PROFESSIONAL_UNKNOWN: [404, '没有该专业服务人员', 'There is no such professional'],
  RIGHTS_AGREEMENT_ENDED: [422, '该协议已终止', 'The agreement has ended'],
  RIGHTS_AGREEMENT_TWICE: [409, '该协议已登记', 'That agreement is registered already'],
  RIGHTS_AGREEMENT_UNKNOWN: [404, '没有该维权联动协议', 'There is no such agreement'],
  WORK_ORDERS_TOO_MANY: [
    422,
    '在办工单过多，不能一次重算',
    'More orders run than are worked out at once',
  ],
  WORK_ORDER_ANONYMOUS: [422, '来电人未留姓名和号码', 'The caller left neither name nor number'],
  WORK_ORDER_AT_NEIGHBOUR: [
    422,
    '工单已派至其他节点，由对方办理',
    'The order lies with another node',
  ],
  WORK_ORDER_DESK_CLOSED: [
    422,
    '该节点尚未开通工单席位',
    'The node has not said that it takes orders',
  ],
  WORK_ORDER_EXTENDED_ONCE: [
    422,
    '每件工单只能申请一次延期',
    'Longer is asked for once in an order',
  ],
  WORK_ORDER_EXTENSION_DAYS: [422, '延期天数超出规定', 'So many more days are not given'],
  WORK_ORDER_EXTENSION_NOT_ASKED: [422, '该工单没有待批的延期申请', 'Nobody asks for longer'],
  WORK_ORDER_MEMBER_HERE: [
    422,
    '职工本人提交的诉求由本节点办理，不下派其他节点',
    'What a member asks his own union is answered at this node',
  ],
  WORK_ORDER_MERGED_INTO_NONE: [
    422,
    '不能并入该工单',
    'It is merged into another order that is received here and open',
  ],
  WORK_ORDER_NODE_NOT_BELOW: [422, '只能派给直接下级节点', 'It goes to a node directly below'],
  WORK_ORDER_NOT_YOURS: [
    422,
    '该工单不属于来信节点',
    'The order is not one that the writing node has with this one',
  ],
  WORK_ORDER_OWN_ANSWER: [
    422,
    '审核人不能是答复人',
    'Whoever answered does not look at the answer himself',
  ],
  WORK_ORDER_RECEIVED_ELSEWHERE: [
    422,
    '此操作由受理工单的节点办理',
    'It is decided where the order was received',
  ],
  WORK_ORDER_RECEIVED_HERE: [
    422,
    '工单由本节点受理，无处退回',
    'The order was received here; there is nobody to return it to',
  ],
  WORK_ORDER_REOPENED_ONCE: [422, '工单只能重办一次', 'An order is reopened once'],
  WORK_ORDER_STATE_WRONG: [
    422,
    '工单当前状态不能进行此操作',
    'In the state the order is in, another step comes first',
  ],
  WORK_ORDER_UNKNOWN: [404, '没有该工单', 'There is no such work order'],
};
