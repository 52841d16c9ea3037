// What model workers and those who study for a degree are given.
import type { IndicatorSpec } from './catalogue.ts';

export const CARE_INDICATORS = [
  {
    code: 'model_worker_care_yuan',
    nameZh: '劳模慰问金、困难帮扶金、荣誉津贴（三金）',
    nameEn: 'Paid to model workers',
    service: 'competitions',
    unit: 'fen',
    type: 'flow',
    definition:
      '期内经银行付讫的劳模荣誉津贴、生活困难补助金、特殊困难帮扶金（以付讫日期为准），计入付款的工会。',
    dims: ['fund_kind'],
  },
  {
    code: 'model_worker_care_persons',
    nameZh: '慰问帮扶劳模人次',
    nameEn: 'Model workers visited or paid, each time',
    service: 'competitions',
    unit: 'person',
    type: 'flow',
    definition: '期内走访慰问的劳模人次与三金付讫人次之和；同一人每次各计一次。',
    dims: [],
  },
  {
    code: 'study_dream_persons',
    nameZh: '“求学圆梦行动”资助人数',
    nameEn: 'Workers helped with a degree',
    service: 'competitions',
    unit: 'person',
    type: 'flow',
    definition: '期内批准的求学圆梦补助申请人次（以批准日期为准），计入申请人所在的工会。',
    dims: [],
  },
  {
    code: 'study_dream_yuan',
    nameZh: '“求学圆梦行动”补助金额',
    nameEn: 'Paid to help with degrees',
    service: 'competitions',
    unit: 'fen',
    type: 'flow',
    definition: '期内经银行付讫的求学圆梦补助（以付讫日期为准），计入付款的工会。',
    dims: [],
  },
] as const satisfies readonly IndicatorSpec[];
