import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RESULT_KINDS, RESULT_LEVELS } from '../acts/act-fields.ts';
import { Acts } from '../acts/acts.tsx';
import { points, sealed } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { InnovationResult } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import { innovationQueries } from './innovation-queries.ts';
import { registerResult, resultActs } from './result-acts.ts';

/** The library of the five small: what was made better, and what each level made of it. */
export function Results(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = {
    unionId: read('union'),
    resultKind: oneOf(RESULT_KINDS, read('kind')),
    level: oneOf(RESULT_LEVELS, read('level')),
    year: Number(read('year')) || 0,
  };
  const query = useInfiniteQuery(innovationQueries.results(of));
  return (
    <Section
      title={t('innovation.view.results')}
      note={t('innovation.resultsNote')}
      tools={<Acts acts={registerResult} record={null} />}
    >
      <ResultFilter />
      <RecordList
        label={t('innovation.view.results')}
        query={query}
        idOf={({ resultId }) => resultId}
        name={{ label: t('record.resultTitle'), of: ({ title }) => title }}
        columns={[
          { label: t('record.resultKind'), of: (one) => label('resultKind', one.resultKind) },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          {
            label: t('innovation.authorsMasked'),
            of: ({ authorNamesMasked }) => authorNamesMasked.join('、'),
          },
          {
            label: t('record.benefit'),
            number: true,
            of: ({ benefitFen }) => <Money fen={benefitFen} />,
          },
          { label: t('record.registeredOn'), of: ({ registeredOn }) => registeredOn },
          { label: t('record.award'), of: (one) => <Declared result={one} /> },
        ]}
        empty={[t('innovation.noResults'), t('innovation.noResultsNext')]}
        panel={(one) => <One result={one} />}
      />
    </Section>
  );
}

function ResultFilter(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  return (
    <div className="filter">
      <UnionFilter />
      <CodeFilter
        label={t('record.resultKind')}
        name="kind"
        words="resultKind"
        codes={RESULT_KINDS}
      />
      <CodeFilter
        label={t('innovation.honouredAt')}
        name="level"
        words="resultLevel"
        codes={RESULT_LEVELS}
      />
      <YearField
        label={t('record.year')}
        all={t('innovation.everyYear')}
        value={read('year')}
        onValue={(year) => patch({ year })}
      />
    </div>
  );
}

/** How far it has come, level by level. */
function Declared({ result: { declarations } }: { result: InnovationResult }): ReactElement {
  const label = useLabels();
  if (declarations.length === 0) return <>–</>;
  return (
    <ul>
      {declarations.map(({ level, state, award }) => (
        <li key={level}>
          {label('resultLevel', level)} <RecordState words="declarationState" state={state} />{' '}
          {award}
        </li>
      ))}
    </ul>
  );
}

function One({ result }: { result: InnovationResult }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <Facts
        of={[
          [t('record.resultKind'), label('resultKind', result.resultKind)],
          [t('record.union'), result.unionName],
          [t('innovation.authorsMasked'), result.authorNamesMasked.join('、')],
          [t('record.before'), result.beforeText],
          [t('record.after'), result.afterText],
          [t('record.benefit'), <Money key="benefit" fen={result.benefitFen} />],
          [t('record.registeredOn'), result.registeredOn],
          [t('record.evidence'), sealed(result.evidenceSha256)],
        ]}
      />
      <h3>{t('innovation.declarations')}</h3>
      {result.declarations.length === 0 && <p className="note">{t('innovation.noDeclarations')}</p>}
      {result.declarations.map((one) => (
        <Facts
          key={one.level}
          of={[
            [
              label('resultLevel', one.level),
              <RecordState key="state" words="declarationState" state={one.state} />,
            ],
            [t('record.declaredOn'), one.declaredOn],
            [t('record.score'), one.evaluatedOn === '' ? '' : points(one.score)],
            [t('record.award'), one.award],
            [t('record.rewardDocumentNo'), one.awardDocumentNo],
            [t('record.decidedOn'), one.decidedOn],
          ]}
        />
      ))}
      <Acts acts={resultActs} record={result} />
    </>
  );
}
