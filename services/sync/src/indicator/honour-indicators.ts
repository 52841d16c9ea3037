// What honours are counted by.
import type { IndicatorSpec } from './catalogue.ts';

export const HONOUR_INDICATORS = [
  {
    code: 'honours_individuals',
    nameZh: '荣誉表彰个人数',
    nameEn: 'Persons honoured',
    service: 'competitions',
    unit: 'person',
    type: 'flow',
    definition:
      '期内授予的个人荣誉人次（以表彰日期为准），含本级表彰和登记的上级表彰，计入获奖者单位的工会；同一人获几项计几次。荣誉撤销不冲减授予当期，撤销记录另存。',
    dims: ['honour', 'honour_level', 'frontline'],
  },
  {
    code: 'honours_collectives',
    nameZh: '荣誉表彰集体数',
    nameEn: 'Collectives honoured',
    service: 'competitions',
    unit: 'count',
    type: 'flow',
    definition:
      '期内授予的集体荣誉个数（以表彰日期为准），含本级表彰和登记的上级表彰，计入获奖集体的工会。荣誉撤销不冲减授予当期。',
    dims: ['honour', 'honour_level'],
  },
  {
    code: 'craftsmen_recognised',
    nameZh: '选树工匠人数',
    nameEn: 'Craftsmen recognised',
    service: 'competitions',
    unit: 'person',
    type: 'flow',
    definition: '期内授予各级工匠称号的人次（以表彰日期为准）。',
    dims: ['honour_level'],
  },
  {
    code: 'honours_declared',
    nameZh: '申报（推荐）荣誉数',
    nameEn: 'Honours applied for',
    service: 'competitions',
    unit: 'count',
    type: 'flow',
    definition: '期内申报（推荐）的荣誉个数（以申报日期为准），计入申报的工会；申报后撤回的仍计。',
    dims: ['honour', 'honour_level'],
  },
  {
    code: 'honour_rounds_held',
    nameZh: '评选表彰次数',
    nameEn: 'Rounds of honours held',
    service: 'competitions',
    unit: 'count',
    type: 'flow',
    definition: '期内启动的评选表彰次数（以启动日期为准），计入启动的工会。',
    dims: ['honour_level'],
  },
  {
    code: 'honours_frontline_share',
    nameZh: '先进中一线职工占比',
    nameEn: 'Share of the front line among those honoured',
    service: 'competitions',
    unit: 'basis_point',
    type: 'rate',
    definition:
      '期内个人荣誉中一线职工人次占个人荣誉人次的比例，由各级合计的分子、分母重新计算；没有表彰的为零。',
    dims: [],
    share: { of: 'honours_individuals', dims: 'frontline=yes' },
  },
] as const satisfies readonly IndicatorSpec[];
