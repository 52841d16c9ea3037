import { nothing } from '@gonglian/service/fields.ts';
import type { IndicatorList } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { query } from '../pipeline.ts';
import { areaOf, INDICATORS } from './catalogue.ts';

export const listIndicators = query({
  schema: nothing,
  permission: 'sync.indicator.read',
  async run(): Promise<IndicatorList> {
    return {
      items: INDICATORS.map(({ code, nameZh, nameEn, service, unit, type, definition, dims }) => ({
        code,
        nameZh,
        nameEn,
        service,
        unit,
        type,
        definition,
        dims: [...dims],
        area: areaOf(code),
      })),
    };
  },
});
