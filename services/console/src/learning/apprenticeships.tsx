import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { Apprenticeship } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { apprenticeshipActs, signApprenticeship } from './apprenticeship-acts.ts';
import { learningQueries } from './learning-queries.ts';

/** Masters and apprentices who have signed for a term. */
export function Apprenticeships(): ReactElement {
  const { t } = useTranslation();
  const grade = useGrade();
  const [read] = useUrl();
  const query = useInfiniteQuery(learningQueries.apprenticeships(read('union')));
  return (
    <Section
      title={t('learning.view.apprenticeships')}
      note={t('learning.apprenticeshipsNote')}
      tools={<Acts acts={signApprenticeship} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
      </div>
      <RecordList
        label={t('learning.view.apprenticeships')}
        query={query}
        idOf={({ apprenticeshipId }) => apprenticeshipId}
        name={{
          label: t('learning.pair'),
          of: ({ masterNameMasked: master, apprenticeNameMasked: apprentice }) =>
            t('learning.pairOf', { master, apprentice }),
        }}
        columns={[
          { label: t('record.trade'), of: ({ trade }) => trade },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('learning.term'), of: (one) => `${one.signedOn} – ${one.endsOn}` },
          { label: t('learning.grade'), of: grade },
          {
            label: t('innovation.state'),
            of: (one) => <RecordState words="apprenticeshipState" state={one.state} />,
          },
        ]}
        empty={[t('learning.noApprenticeships'), t('learning.noApprenticeshipsNext')]}
        panel={(one) => <One pair={one} />}
      />
    </Section>
  );
}

/** The grade he had, and the one he has now. */
function useGrade(): (pair: Apprenticeship) => string {
  const { t } = useTranslation();
  const label = useLabels();
  return ({ gradeBefore, gradeAfter, state }) => {
    const before = label('skillGrade', gradeBefore);
    if (state === 'SIGNED') return before;
    return t('learning.gradeFromTo', { before, after: label('skillGrade', gradeAfter) });
  };
}

function One({ pair }: { pair: Apprenticeship }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const grade = useGrade();
  const assessed = pair.state === 'ASSESSED';
  return (
    <>
      <Facts
        of={[
          [
            t('innovation.state'),
            <RecordState key="state" words="apprenticeshipState" state={pair.state} />,
          ],
          [t('record.union'), pair.unionName],
          [t('record.masterName'), pair.masterNameMasked],
          [t('record.apprenticeName'), pair.apprenticeNameMasked],
          [t('record.trade'), pair.trade],
          [t('record.goals'), pair.goals],
          [t('learning.term'), `${pair.signedOn} – ${pair.endsOn}`],
          [t('learning.grade'), grade(pair)],
          [t('record.passed'), assessed ? label('passed', pair.passed ? 'yes' : 'no') : ''],
          [t('record.assessment'), pair.assessment],
          [t('record.assessedOn'), pair.assessedOn],
        ]}
      />
      <Acts acts={apprenticeshipActs} record={pair} state={pair.state} />
    </>
  );
}
