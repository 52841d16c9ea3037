import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { fenSince, sealed } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { Challenge } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { Way } from '../ui/way.tsx';
import { useUrl } from '../url.ts';
import { challengeActs, challengeStates, postChallenge } from './challenge-acts.ts';
import { innovationQueries } from './innovation-queries.ts';

/** Problems for whoever can solve them. */
export function Challenges(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const state = oneOf(challengeStates, read('state'));
  const query = useInfiniteQuery(innovationQueries.challenges(state));
  return (
    <Section
      title={t('innovation.view.challenges')}
      note={t('innovation.challengesNote')}
      tools={<Acts acts={postChallenge} record={null} />}
    >
      <div className="filter">
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="challengeState"
          codes={challengeStates}
        />
      </div>
      <RecordList
        label={t('innovation.view.challenges')}
        query={query}
        idOf={({ challengeId }) => challengeId}
        name={{ label: t('record.challengeTitle'), of: ({ title }) => title }}
        columns={[
          { label: t('innovation.postedBy'), of: ({ unionName }) => unionName },
          { label: t('record.taker'), of: ({ taker }) => taker || '–' },
          {
            label: t('innovation.rewardFen'),
            number: true,
            of: ({ rewardFen }) => <Money fen={rewardFen} />,
          },
          { label: t('record.deadline'), of: (one) => <Deadline challenge={one} /> },
          {
            label: t('innovation.state'),
            of: (one) => <RecordState words="challengeState" state={one.state} />,
          },
        ]}
        empty={[t('innovation.noChallenges'), t('innovation.noChallengesNext')]}
        panel={(one) => <One challenge={one} />}
      />
    </Section>
  );
}

function Deadline({ challenge }: { challenge: Challenge }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {challenge.deadline}
      {challenge.overdue && (
        <>
          {' '}
          <Chip tone="bad" icon="warning">
            {t('innovation.overdue')}
          </Chip>
        </>
      )}
    </>
  );
}

function One({ challenge }: { challenge: Challenge }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { state } = challenge;
  return (
    <>
      <Way
        steps={challengeStates.map((one) => [one, label('challengeStep', one)])}
        here={state}
        done={state === 'DELIVERED'}
      />
      <Facts
        of={[
          [t('record.content'), challenge.content],
          [t('innovation.postedBy'), challenge.unionName],
          [t('innovation.rewardFen'), <Money key="reward" fen={challenge.rewardFen} />],
          [t('record.postedOn'), challenge.postedOn],
          [t('record.deadline'), <Deadline key="deadline" challenge={challenge} />],
          [t('record.takerUnion'), challenge.takerUnionName],
          [t('record.taker'), challenge.taker],
          [t('record.takenOn'), challenge.takenOn],
          [t('record.result'), challenge.resultText],
          [t('record.benefit'), fenSince(challenge.benefitFen, challenge.deliveredOn)],
          [t('record.evidence'), sealed(challenge.evidenceSha256)],
          [t('record.deliveredOn'), challenge.deliveredOn],
        ]}
      />
      <Acts acts={challengeActs} record={challenge} state={state} />
    </>
  );
}
