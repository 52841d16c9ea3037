import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { reaction } from '../pipeline.ts';

/** Of each union the industry of its host, once keepUnions has entered it: what contests reach is told by it. */
export const keepIndustries = reaction({
  facts: [unionEstablished],
  async apply({ sql }, batch) {
    const known = batch.filter(({ data }) => data.industry !== '');
    await sql`
      update known_union as u set industry = n.industry
      from unnest(${known.map(({ data }) => data.unionId)}::uuid[], ${known.map(({ data }) => data.industry)}::text[])
        as n(union_id, industry)
      where u.union_id = n.union_id`;
  },
});
