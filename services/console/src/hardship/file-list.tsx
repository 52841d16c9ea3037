import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { FILE_LEVELS } from '../acts/welfare-fields.ts';
import { useDesk } from '../honours/use-honours.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { categories, fileStates } from './file-acts.ts';
import { hardshipQueries } from './hardship-queries.ts';

const inspections = ['UNCHANGED', 'NEVER_HELPED'] as const;

/** Every household's file in reach; inspectors ask for those nobody has changed or ever helped. */
export function FileList(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const { writes } = useDesk();
  const query = useInfiniteQuery(
    hardshipQueries.files({
      unionId: read('union'),
      state: oneOf(fileStates, read('state')),
      fileLevel: oneOf(FILE_LEVELS, read('level')),
      category: oneOf(categories, read('category')),
      inspection: oneOf(inspections, read('inspection')),
    }),
  );
  return (
    <Section
      title={t('household.files')}
      note={t('household.filesNote')}
      tools={writes && <Open />}
    >
      <Filters />
      <RecordList
        label={t('household.files')}
        query={query}
        idOf={({ fileId }) => fileId}
        name={{
          label: t('household.head'),
          of: ({ headNameMasked }) => headNameMasked,
          part: ({ own }) => (own ? t('household.own') : ''),
        }}
        to={({ fileId }) => `/hardship/${fileId}`}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('household.size'), number: true, of: ({ familySize }) => familySize },
          {
            label: t('household.category'),
            of: ({ category }) => label('householdCategory', category),
          },
          { label: t('record.fileLevel'), of: ({ fileLevel }) => label('fileLevel', fileLevel) },
          { label: t('household.stoodOn'), of: ({ stoodOn }) => stoodOn },
          { label: t('household.helpedOn'), of: ({ helpedOn }) => helpedOn || '–' },
          {
            label: t('household.state'),
            of: ({ state }) => <RecordState words="fileState" state={state} />,
          },
        ]}
        empty={[t('household.none'), t('household.noneNext')]}
      />
    </Section>
  );
}

function Open(): ReactElement {
  const { t } = useTranslation();
  return (
    <Link to="/hardship/new" className="button button-main">
      {t('household.open')}
    </Link>
  );
}

function Filters(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="filter">
      <UnionFilter />
      <CodeFilter
        label={t('household.inspection')}
        name="inspection"
        words="fileInspection"
        codes={inspections}
      />
      <CodeFilter label={t('household.state')} name="state" words="fileState" codes={fileStates} />
      <CodeFilter
        label={t('household.category')}
        name="category"
        words="householdCategory"
        codes={categories}
      />
      <CodeFilter
        label={t('record.fileLevel')}
        name="level"
        words="fileLevel"
        codes={FILE_LEVELS}
      />
    </div>
  );
}
