import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { queries } from '../queries.ts';
import type { Programme } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { LaunchDialog } from './launch-dialog.tsx';
import { PROGRAMME_KINDS } from './measures.ts';
import { programmeActs } from './programme-acts.ts';
import { reformQueries } from './reform-queries.ts';
import { TargetTable } from './target-table.tsx';

/** What was set, and how much of it the records say is done. */
export function Programmes(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const query = useInfiniteQuery(reformQueries.programmes(oneOf(PROGRAMME_KINDS, read('kind'))));
  return (
    <Section title={t('programmes.view.programmes')} note={t('programmes.note')} tools={<Launch />}>
      <div className="filter">
        <CodeFilter
          label={t('programmes.kind')}
          name="kind"
          words="programmeKind"
          codes={PROGRAMME_KINDS}
        />
      </div>
      <RecordList
        label={t('programmes.view.programmes')}
        query={query}
        idOf={({ programmeId }) => programmeId}
        name={{ label: t('record.title'), of: ({ title }) => title }}
        columns={[
          { label: t('programmes.kind'), of: (one) => label('programmeKind', one.programmeKind) },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('programmes.term'), of: (one) => `${one.startsOn} – ${one.endsOn}` },
          { label: t('programmes.reachedOf'), number: true, of: reachedOf },
          {
            label: t('innovation.state'),
            of: (one) => <RecordState words="programmeState" state={one.state} />,
          },
        ]}
        empty={[t('programmes.none'), t('programmes.noneNext')]}
        panel={(one) => <One programme={one} />}
      />
    </Section>
  );
}

function Launch(): ReactElement | null {
  const { t } = useTranslation();
  const duty = useQuery(queries.session()).data?.duty?.duty;
  const [launching, setLaunching] = useState(false);
  if (duty !== 'clerk' && duty !== 'chair') return null;
  return (
    <>
      <button type="button" className="button button-main" onClick={() => setLaunching(true)}>
        {t('act.launchProgramme.do')}
      </button>
      {launching && <LaunchDialog onClose={() => setLaunching(false)} />}
    </>
  );
}

function reachedOf({ targets }: Programme): string {
  if (targets.length === 0) return '–';
  return `${targets.filter(({ reached }) => reached).length} / ${targets.length}`;
}

function One({ programme }: { programme: Programme }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { programmeId, programmeKind, state, targets } = programme;
  return (
    <>
      <Facts
        of={[
          [t('innovation.state'), <RecordState key="state" words="programmeState" state={state} />],
          [t('programmes.kind'), label('programmeKind', programmeKind)],
          [t('record.union'), programme.unionName],
          [t('record.documentNo'), programme.documentNo],
          [t('programmes.term'), `${programme.startsOn} – ${programme.endsOn}`],
          [t('programmes.agencies'), programme.memberAgencies.join('、')],
          [t('record.programmeClosedOn'), programme.closedOn],
        ]}
      />
      {targets.length > 0 && (
        <>
          <h3>{t('programmes.targets')}</h3>
          <p className="note target-note">
            {t(state === 'CLOSED' ? 'programmes.countedThen' : 'programmes.countedNow')}
          </p>
          <TargetTable programme={programme} />
        </>
      )}
      {programmeKind === 'REFORM' && (
        <p>
          <Link to={`/reform?view=reforms&programme=${programmeId}`}>
            {t('programmes.openReform')}
          </Link>
        </p>
      )}
      <Acts acts={programmeActs} record={programme} state={state} />
    </>
  );
}
