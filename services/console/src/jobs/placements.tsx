import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { today } from '../dates.ts';
import type { JobPlacement } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { jobsQueries } from './jobs-queries.ts';
import { placementActs } from './work-acts.ts';

/** Who found work, asked after 30 and 90 days whether he still has it. */
export function Placements(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const due = read('due') === 'yes';
  const query = useInfiniteQuery(jobsQueries.placements({ unionId: read('union'), due }));
  return (
    <Section title={t('jobFairs.view.placements')} note={t('placements.note')}>
      <div className="filter">
        <UnionFilter />
        <ChoiceField
          label={t('placements.followUp')}
          value={due ? 'yes' : ''}
          choices={[
            ['', t('innovation.every')],
            ['yes', t('placements.due')],
          ]}
          onValue={(value) => patch({ due: value })}
        />
      </div>
      <RecordList
        label={t('jobFairs.view.placements')}
        query={query}
        idOf={({ placementId }) => placementId}
        name={{ label: t('record.personName'), of: (one) => one.personNameMasked }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.seekerGroup'), of: (one) => label('seekerGroup', one.workerGroup) },
          {
            label: t('placements.foundBy'),
            of: ({ vacancyId }) => t(vacancyId === '' ? 'placements.training' : 'placements.fair'),
          },
          { label: t('record.placedOn'), of: ({ placedOn }) => placedOn },
          { label: t('placements.after30'), of: (one) => label('followUp', one.after30Days) },
          { label: t('placements.after90'), of: (one) => label('followUp', one.after90Days) },
          { label: t('placements.dueOn'), of: (one) => <Due placement={one} /> },
          {
            label: t('venues.acts'),
            of: (one) => <Acts acts={placementActs} record={one} />,
          },
        ]}
        empty={[t('placements.none'), t('placements.noneNext')]}
      />
    </Section>
  );
}

function Due({ placement: { dueOn } }: { placement: JobPlacement }): ReactElement {
  const { t } = useTranslation();
  if (dueOn === '') return <>–</>;
  return (
    <>
      {dueOn} {dueOn <= today() && <Chip tone="warn">{t('placements.due')}</Chip>}
    </>
  );
}
