import { nothing } from '@gonglian/service/fields.ts';
import type { IndicatorList } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { query } from '../pipeline.ts';
import { areaOf, INDICATORS, type IndicatorSpec } from './catalogue.ts';

const ALL: readonly IndicatorSpec[] = INDICATORS;

export const listIndicators = query({
  schema: nothing,
  permission: 'sync.indicator.read',
  async run(): Promise<IndicatorList> {
    return {
      items: ALL.map((spec) => ({
        code: spec.code,
        nameZh: spec.nameZh,
        nameEn: spec.nameEn,
        service: spec.service,
        unit: spec.unit,
        type: spec.type,
        definition: spec.definition,
        dims: [...spec.dims],
        area: areaOf(spec.code),
        sensitive: spec.sensitive !== undefined,
      })),
    };
  },
});
