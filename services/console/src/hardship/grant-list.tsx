import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { PROGRAMMES } from '../acts/welfare-fields.ts';
import { Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { grantStates, temporaryActs } from './grant-acts.ts';
import { GrantTable } from './grant-table.tsx';
import { hardshipQueries } from './hardship-queries.ts';

/** All relief in reach; who is on no register gets temporary relief, proposed here. */
export function GrantList(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const query = useInfiniteQuery(
    hardshipQueries.grants({
      unionId: read('union'),
      fileId: '',
      programme: oneOf(PROGRAMMES, read('programme')),
      state: oneOf(grantStates, read('state')),
    }),
  );
  return (
    <Section
      title={t('relief.grants')}
      note={t('relief.grantsNote')}
      tools={<Acts acts={temporaryActs} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.programme')}
          name="programme"
          words="programme"
          codes={PROGRAMMES}
        />
        <CodeFilter
          label={t('household.state')}
          name="state"
          words="reliefState"
          codes={grantStates}
        />
      </div>
      <GrantTable query={query} />
    </Section>
  );
}
