import type { IndicatorList } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { INDICATORS } from './catalogue.ts';

export const listIndicators = query({
  schema: z.strictObject({}),
  permission: 'sync.indicator.read',
  async run(): Promise<IndicatorList> {
    return {
      items: INDICATORS.map(
        ({ code, nameZh, nameEn, service, unit, type, definition, dims }) => ({
          code,
          nameZh,
          nameEn,
          service,
          unit,
          type,
          definition,
          dims: [...dims],
        }),
      ),
    };
  },
});
