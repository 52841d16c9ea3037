import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { reportHazard } from '../innovation/hazard-acts.ts';
import { innovationQueries } from '../innovation/innovation-queries.ts';
import { submitSuggestion } from '../innovation/suggestion-acts.ts';
import { yuan } from '../numbers.ts';
import type { HazardReport, Suggestion } from '../shapes.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Loaded, Section } from '../ui/page.tsx';

const own = { unionId: '', state: '' };

/** What a member reported and suggested, with what came of it. */
export function MyReports(): ReactElement {
  return (
    <>
      <MyHazards />
      <MySuggestions />
    </>
  );
}

function MyHazards(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(innovationQueries.hazards(own));
  return (
    <Section title={t('mine.hazards')}>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {(data) => (
          <Listed none={t('mine.noHazards')}>
            {itemsOf(data).map((one) => (
              <Hazard key={one.hazardReportId} hazard={one} />
            ))}
          </Listed>
        )}
      </Loaded>
      <MoreButton query={query} />
      <Acts acts={reportHazard} record={null} />
    </Section>
  );
}

function MySuggestions(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(innovationQueries.suggestions(own));
  return (
    <Section title={t('mine.suggestions')}>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {(data) => (
          <Listed none={t('mine.noSuggestions')}>
            {itemsOf(data).map((one) => (
              <Suggested key={one.suggestionId} suggestion={one} />
            ))}
          </Listed>
        )}
      </Loaded>
      <MoreButton query={query} />
      <Acts acts={submitSuggestion} record={null} />
    </Section>
  );
}

function Listed({ none, children }: { none: string; children: ReactNode[] }): ReactElement {
  if (children.length === 0) return <p className="note">{none}</p>;
  return <ul className="my-list">{children}</ul>;
}

function Hazard({ hazard }: { hazard: HazardReport }): ReactElement {
  const { t, i18n } = useTranslation();
  const { state, reportedOn, dueOn, closedOn, outcome, employerUnionName: union } = hazard;
  const amount = yuan(hazard.awardFen, i18n.language);
  return (
    <li>
      <strong>
        {hazard.place} <RecordState words="hazardState" state={state} />
      </strong>
      <span>{hazard.content}</span>
      <span className="quiet">
        {[
          t('mine.reportedOn', { date: reportedOn }),
          union && t('mine.forwardedTo', { union }),
          state === 'FORWARDED' && t('mine.hazardDueOn', { date: dueOn }),
          closedOn && t('mine.closedOn', { date: closedOn }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {outcome !== '' && <span>{t('mine.outcome', { outcome })}</span>}
      {state === 'AWARDED' && <span>{t('mine.reward', { amount })}</span>}
    </li>
  );
}

function Suggested({ suggestion }: { suggestion: Suggestion }): ReactElement {
  const { t, i18n } = useTranslation();
  const { state, submittedOn, dueOn, answer, answeredOn } = suggestion;
  const amount = yuan(suggestion.rewardFen, i18n.language);
  return (
    <li>
      <strong>
        {suggestion.title} <RecordState words="suggestionState" state={state} />
      </strong>
      <span>{suggestion.content}</span>
      <span className="quiet">
        {[
          t('mine.submittedOn', { date: submittedOn }),
          answeredOn === ''
            ? t('mine.dueOn', { date: dueOn })
            : t('mine.answeredOn', { date: answeredOn }),
        ].join(' · ')}
      </span>
      {answer !== '' && <span>{t('mine.answer', { answer })}</span>}
      {state === 'REWARDED' && <span>{t('mine.reward', { amount })}</span>}
    </li>
  );
}
