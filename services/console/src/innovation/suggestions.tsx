import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { fenSince, itemsOf, paidState, sealed } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useBanks } from '../acts/use-banks.ts';
import type { Suggestion } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { Way } from '../ui/way.tsx';
import { useUrl } from '../url.ts';
import { innovationQueries } from './innovation-queries.ts';
import { LateBy, useAuthor } from './late-by.tsx';
import { submitSuggestion, suggestionActs, suggestionStates } from './suggestion-acts.ts';

/** What people think could be done better; what waits too long for an answer comes first. */
export function Suggestions(): ReactElement {
  const { t } = useTranslation();
  const author = useAuthor();
  const [read] = useUrl();
  const state = oneOf(['OVERDUE', ...suggestionStates], read('state'));
  const of = { unionId: read('union'), state };
  const query = useInfiniteQuery(innovationQueries.suggestions(of));
  const late = useInfiniteQuery(innovationQueries.suggestions({ ...of, state: 'OVERDUE' }));
  return (
    <Section
      title={t('innovation.view.suggestions')}
      note={t('innovation.suggestionsNote')}
      tools={<Acts acts={submitSuggestion} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="suggestionState"
          codes={suggestionStates}
          late
        />
      </div>
      <RecordList
        label={t('innovation.view.suggestions')}
        query={query}
        first={state === '' ? itemsOf(late.data) : []}
        idOf={({ suggestionId }) => suggestionId}
        name={{ label: t('record.title'), of: ({ title }) => title }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('innovation.person'), of: author },
          { label: t('innovation.submittedOn'), of: ({ submittedOn }) => submittedOn },
          { label: t('innovation.dueOn'), of: (one) => <LateBy one={one} /> },
          {
            label: t('innovation.state'),
            of: (one) => <RecordState words="suggestionState" state={one.state} />,
          },
        ]}
        empty={[t('innovation.noSuggestions'), t('innovation.noSuggestionsNext')]}
        panel={(one) => <One suggestion={one} />}
      />
    </Section>
  );
}

const way = ['SUBMITTED', 'ADOPTED', 'BENEFIT_RECORDED', 'REWARDED'];

function One({ suggestion }: { suggestion: Suggestion }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const author = useAuthor();
  const banks = useBanks();
  const { state } = suggestion;
  const steps = state === 'REJECTED' ? ['SUBMITTED', 'REJECTED'] : way;
  return (
    <>
      <Way
        steps={steps.map((one) => [one, label('suggestionStep', one)])}
        here={state}
        done={state === 'REWARDED' || state === 'REJECTED'}
      />
      <Facts
        of={[
          [t('record.content'), suggestion.content],
          [t('record.union'), suggestion.unionName],
          [t('innovation.person'), author(suggestion)],
          [t('innovation.submittedOn'), suggestion.submittedOn],
          [t('innovation.dueOn'), <LateBy key="due" one={suggestion} />],
          [t('record.answer'), suggestion.answer],
          [t('innovation.answeredOn'), suggestion.answeredOn],
          [t('record.benefit'), fenSince(suggestion.benefitFen, suggestion.benefitOn)],
          [t('record.benefitOn'), suggestion.benefitOn],
          [t('record.evidence'), sealed(suggestion.evidenceSha256)],
          [t('record.reward'), fenSince(suggestion.rewardFen, suggestion.rewardedOn)],
          [t('record.rewardDocumentNo'), suggestion.rewardDocumentNo],
          [t('record.rewardedOn'), suggestion.rewardedOn],
          [
            t('record.payoutState'),
            paidState(suggestion.payoutState, {
              kind: 'SUGGESTION_REWARD',
              recordId: suggestion.suggestionId,
            }),
          ],
        ]}
      />
      <Acts acts={suggestionActs} record={suggestion} state={state} choices={banks} />
    </>
  );
}
