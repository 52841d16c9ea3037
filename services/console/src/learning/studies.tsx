import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { fenSince, paidState, sealed } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useBanks } from '../acts/use-banks.ts';
import { useAuthor } from '../innovation/late-by.tsx';
import type { StudySubsidy } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { Way } from '../ui/way.tsx';
import { useUrl } from '../url.ts';
import { learningQueries } from './learning-queries.ts';
import { useDegree } from './use-degree.ts';
import { applyStudy, shareActs, studyActs, studyStates, studyWay } from './study-acts.ts';

/** Workers who study for a degree, and what the levels help with. */
export function Studies(): ReactElement {
  const { t } = useTranslation();
  const author = useAuthor();
  const degree = useDegree();
  const [read] = useUrl();
  const of = { unionId: read('union'), state: oneOf(studyStates, read('state')) };
  const query = useInfiniteQuery(learningQueries.studies(of));
  return (
    <Section
      title={t('study.title')}
      note={t('study.note')}
      tools={<Acts acts={applyStudy} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="studyState"
          codes={studyStates}
        />
      </div>
      <RecordList
        label={t('study.title')}
        query={query}
        idOf={({ studyId }) => studyId}
        name={{ label: t('study.applicant'), of: author, part: degree }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.school'), of: ({ school, major }) => `${school} · ${major}` },
          { label: t('study.appliedOn'), of: ({ appliedOn }) => appliedOn },
          {
            label: t('record.tuition'),
            number: true,
            of: ({ tuitionFen }) => <Money fen={tuitionFen} />,
          },
          {
            label: t('study.amount'),
            number: true,
            of: (one) => fenSince(one.amountFen, one.approvedOn) || '–',
          },
          {
            label: t('innovation.state'),
            of: ({ state }) => <RecordState words="studyState" state={state} />,
          },
        ]}
        empty={[t('study.none'), t('study.noneNext')]}
        panel={(one) => <One study={one} />}
      />
    </Section>
  );
}

function One({ study }: { study: StudySubsidy }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const degree = useDegree();
  const { state } = study;
  const refused = state === 'REFUSED';
  const steps = refused ? (['APPLIED', 'REFUSED'] as const) : studyWay;
  return (
    <>
      <Way
        steps={steps.map((one) => [one, label('studyStep', one)])}
        here={state}
        done={refused || state === 'APPROVED'}
      />
      <Facts
        of={[
          [t('innovation.state'), <RecordState key="state" words="studyState" state={state} />],
          [t('study.lastNote'), refused ? study.note : ''],
          [t('record.degree'), degree(study)],
          [t('record.school'), study.school],
          [t('record.major'), study.major],
          [t('record.union'), study.unionName],
          [t('study.appliedOn'), study.appliedOn],
          [t('record.tuition'), <Money key="tuition" fen={study.tuitionFen} />],
          [t('record.evidence'), sealed(study.evidenceSha256)],
          [t('study.approvedOn'), study.approvedOn],
          [t('study.amount'), fenSince(study.amountFen, study.approvedOn)],
          [
            t('study.orderedBy'),
            study.orderedBy && (
              <span key="by" lang="zh-CN">
                {study.orderedBy}
              </span>
            ),
          ],
        ]}
      />
      <Shares study={study} />
      <Acts acts={studyActs} record={study} state={state} />
    </>
  );
}

function Shares({ study }: { study: StudySubsidy }): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  const banks = useBanks();
  if (study.shares.length === 0) return null;
  return (
    <>
      <h3>{t('study.shares')}</h3>
      <ul className="record-lines">
        {study.shares.map((share) => (
          <li key={share.level}>
            {label('resultLevel', share.level)} <Money fen={share.amountFen} />{' '}
            {paidState(share.payoutState, {
              kind: 'STUDY_SUBSIDY',
              recordId: study.studyId,
              recordPart: share.level,
            })}
            <Acts acts={shareActs} record={{ study, share }} choices={banks} />
          </li>
        ))}
      </ul>
    </>
  );
}
