import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { learningQueries } from '../learning/learning-queries.ts';
import { applyOwnStudy } from '../learning/study-acts.ts';
import { useDegree } from '../learning/use-degree.ts';
import type { StudySubsidy } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Loaded, Section } from '../ui/page.tsx';

/** The own applications for help with a degree: how far each has come, and what each level has paid. */
export function MyStudies(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(learningQueries.studies({ unionId: '', state: '' }));
  return (
    <Section title={t('study.mine.title')} note={t('study.mine.note')}>
      <Loaded query={query} lines={2}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p className="note">{t('study.mine.none')}</p>;
          return (
            <ul className="my-list">
              {items.map((one) => (
                <Mine key={one.studyId} of={one} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      <Acts acts={applyOwnStudy} record={null} />
    </Section>
  );
}

function Mine({ of }: { of: StudySubsidy }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const degree = useDegree();
  const { state, note, school, major, appliedOn, shares } = of;
  return (
    <li>
      <strong>
        {degree(of)} <RecordState words="studyState" state={state} />
      </strong>
      <span className="quiet">
        {school} · {major} · {t('study.mine.appliedOn', { day: appliedOn })}
      </span>
      {state === 'REFUSED' && <span>{t('study.mine.refused', { note })}</span>}
      {shares.length > 0 && (
        <>
          <span>
            {t('study.mine.total')} <Money fen={of.amountFen} />
          </span>
          <ul className="record-lines">
            {shares.map((share) => (
              <li key={share.level}>
                {label('resultLevel', share.level)} <Money fen={share.amountFen} />{' '}
                {share.payoutState !== '' && (
                  <RecordState words="payoutState" state={share.payoutState} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}
