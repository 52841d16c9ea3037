import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { points } from '../acts/fact-values.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { SafetyCupEntry } from '../shapes.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import { learningQueries } from './learning-queries.ts';
import { cupActs, enterCup } from './safety-cup-acts.ts';

/** Units in the safety cup: what they held, and what the federation made of their year. */
export function SafetyCup(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const of = { unionId: read('union'), year: Number(read('year')) || 0 };
  const query = useInfiniteQuery(learningQueries.cupEntries(of));
  return (
    <Section
      title={t('learning.view.cup')}
      note={t('learning.cupNote')}
      tools={<Acts acts={enterCup} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <YearField
          label={t('record.year')}
          all={t('innovation.everyYear')}
          value={read('year')}
          onValue={(year) => patch({ year })}
        />
      </div>
      <RecordList
        label={t('learning.view.cup')}
        query={query}
        idOf={({ safetyCupEntryId }) => safetyCupEntryId}
        name={{
          label: t('record.union'),
          of: ({ unionName }) => unionName,
          part: ({ year }) => String(year),
        }}
        columns={[
          { label: t('record.workers'), number: true, of: ({ workerCount }) => workerCount },
          { label: t('record.enteredOn'), of: ({ enteredOn }) => enteredOn },
          { label: t('learning.tallies'), number: true, of: held },
          { label: t('record.cupResult'), of: (one) => label('cupResult', one.cupResult) },
          {
            label: t('innovation.state'),
            of: (one) => <RecordState words="cupState" state={one.state} />,
          },
        ]}
        empty={[t('learning.noCup'), t('learning.noCupNext')]}
        panel={(one) => <One entry={one} />}
      />
    </Section>
  );
}

function held({ tallies }: SafetyCupEntry): number {
  return tallies.reduce((sum, { activities }) => sum + activities, 0);
}

function One({ entry }: { entry: SafetyCupEntry }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { state, tallies } = entry;
  const evaluated = state === 'EVALUATED';
  return (
    <>
      <Facts
        of={[
          [t('innovation.state'), <RecordState key="state" words="cupState" state={state} />],
          [t('record.year'), String(entry.year)],
          [t('record.workers'), String(entry.workerCount)],
          [t('record.enteredOn'), entry.enteredOn],
          [t('record.score'), evaluated ? points(entry.score) : ''],
          [t('record.cupResult'), evaluated ? label('cupResult', entry.cupResult) : ''],
          [t('record.evaluatedOn'), entry.evaluatedOn],
        ]}
      />
      <h3>{t('learning.tallies')}</h3>
      {tallies.length === 0 && <p className="note">{t('learning.noTallies')}</p>}
      <Facts
        of={tallies.map(({ activityKind, activities: count, participants }): Fact => [
          label('activityKind', activityKind),
          t('learning.tally', { count, participants }),
        ])}
      />
      <Acts acts={cupActs} record={entry} state={state} />
    </>
  );
}
