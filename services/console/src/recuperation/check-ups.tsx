import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { fenSince } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { CHECK_UP_KINDS } from '../acts/service-fields.ts';
import type { CheckUp } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useUrl } from '../url.ts';
import { checkUpActs, openCheckUp } from './check-up-acts.ts';
import { recuperationQueries } from './recuperation-queries.ts';

/** Who was invited, how many booked, how many came. What a hospital finds stays with it and with the one it is about. */
export function CheckUps(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = { unionId: read('union'), checkUpKind: oneOf(CHECK_UP_KINDS, read('kind')) };
  return (
    <Section
      title={t('recuperation.view.checkUps')}
      note={t('checkUps.note')}
      tools={<Acts acts={openCheckUp} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.checkUpKind')}
          name="kind"
          words="checkUpKind"
          codes={CHECK_UP_KINDS}
        />
      </div>
      <RecordList
        label={t('recuperation.view.checkUps')}
        query={useInfiniteQuery(recuperationQueries.checkUps(of))}
        idOf={({ checkUpId }) => checkUpId}
        name={{
          label: t('record.hospital'),
          of: ({ hospitalName }) => hospitalName,
          part: ({ startsOn }) => startsOn,
        }}
        columns={[
          { label: t('record.checkUpKind'), of: (one) => label('checkUpKind', one.checkUpKind) },
          { label: t('record.checkUpGroup'), of: (one) => label('checkUpGroup', one.workerGroup) },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          {
            label: t('checkUps.booked'),
            number: true,
            of: ({ taken, capacity }) => `${taken} / ${capacity}`,
          },
          {
            label: t('record.attended'),
            number: true,
            of: ({ attended, invited }) => `${attended} / ${invited}`,
          },
          {
            label: t('innovation.state'),
            of: ({ state }) => <RecordState words="checkUpState" state={state} />,
          },
        ]}
        empty={[t('checkUps.none'), t('checkUps.noneNext')]}
        panel={({ checkUpId }) => <Panel checkUpId={checkUpId} />}
      />
    </Section>
  );
}

function Panel({ checkUpId }: { checkUpId: string }): ReactElement {
  const query = useQuery(recuperationQueries.checkUp(checkUpId));
  return <Loaded query={query}>{(checkUp) => <One checkUp={checkUp} />}</Loaded>;
}

function One({ checkUp }: { checkUp: CheckUp }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { units, closedOn } = checkUp;
  return (
    <>
      <Facts
        of={[
          [t('record.checkUpKind'), label('checkUpKind', checkUp.checkUpKind)],
          [t('record.checkUpGroup'), label('checkUpGroup', checkUp.workerGroup)],
          [t('record.union'), checkUp.unionName],
          [t('checkUps.period'), `${checkUp.startsOn} – ${checkUp.endsOn}`],
          [t('checkUps.booked'), `${checkUp.taken} / ${checkUp.capacity}`],
          [t('record.documentNo'), checkUp.documentNo],
          [t('record.closedOn'), closedOn],
          [t('record.cost'), fenSince(checkUp.costFen, closedOn)],
          [t('record.invoiceNo'), checkUp.invoiceNo],
        ]}
      />
      <Acts
        acts={checkUpActs}
        record={checkUp}
        state={checkUp.state}
        choices={{ attended: units.map(({ unionId, unionName }) => [unionId, unionName]) }}
      />
      <RecordTable
        label={t('record.invited')}
        items={units}
        idOf={({ unionId }) => unionId}
        name={{ label: t('record.union'), of: ({ unionName }) => unionName }}
        columns={[
          { label: t('record.invited'), number: true, of: ({ invited }) => invited },
          {
            label: t('record.attended'),
            number: true,
            of: ({ attended }) => (closedOn === '' ? '–' : attended),
          },
        ]}
      />
    </>
  );
}
