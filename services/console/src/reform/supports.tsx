import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SUPPORT_KINDS } from '../acts/act-fields.ts';
import { Acts } from '../acts/acts.tsx';
import { sealed } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { Support } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { Way } from '../ui/way.tsx';
import { useUrl } from '../url.ts';
import { reformQueries } from './reform-queries.ts';
import { declareSupport, supportActs } from './support-acts.ts';

const states = ['DECLARED', 'DELIVERED', 'RETURNED', 'ACCEPTED'] as const;

/** What unions do for firms and projects: declared, delivered, judged by whom it was done for. */
export function Supports(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const query = useInfiniteQuery(
    reformQueries.supports({
      unionId: read('union'),
      supportKind: oneOf(SUPPORT_KINDS, read('kind')),
      state: oneOf(states, read('state')),
    }),
  );
  return (
    <Section
      title={t('programmes.view.supports')}
      note={t('programmes.supportsNote')}
      tools={<Acts acts={declareSupport} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.supportKind')}
          name="kind"
          words="supportKind"
          codes={SUPPORT_KINDS}
        />
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="supportState"
          codes={states}
        />
      </div>
      <RecordList
        label={t('programmes.view.supports')}
        query={query}
        idOf={({ supportId }) => supportId}
        name={{ label: t('record.servedName'), of: ({ servedName }) => servedName }}
        columns={[
          { label: t('record.supportKind'), of: (one) => label('supportKind', one.supportKind) },
          { label: t('programmes.servedBy'), of: ({ unionName }) => unionName },
          { label: t('record.matter'), of: ({ matter }) => matter },
          { label: t('record.experts'), number: true, of: ({ experts }) => experts },
          { label: t('record.declaredOn'), of: ({ declaredOn }) => declaredOn },
          {
            label: t('innovation.state'),
            of: (one) => <RecordState words="supportState" state={one.state} />,
          },
        ]}
        empty={[t('programmes.noSupports'), t('programmes.noSupportsNext')]}
        panel={(one) => <One support={one} />}
      />
    </Section>
  );
}

function One({ support }: { support: Support }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { state } = support;
  const way = ['DECLARED', 'DELIVERED', state === 'RETURNED' ? 'RETURNED' : 'ACCEPTED'];
  return (
    <>
      <Way
        steps={way.map((one) => [one, label('supportStep', one)])}
        here={state}
        done={state === 'ACCEPTED'}
      />
      <Facts
        of={[
          [t('record.supportKind'), label('supportKind', support.supportKind)],
          [t('programmes.servedBy'), support.unionName],
          [t('record.matter'), support.matter],
          [t('record.experts'), String(support.experts)],
          [t('record.declaredOn'), support.declaredOn],
          [t('record.result'), support.resultText],
          [t('record.servedOn'), support.deliveredOn],
          [t('record.evidence'), sealed(support.evidenceSha256)],
          [t('record.remark'), support.remark],
          [t('record.judgedOn'), support.judgedOn],
        ]}
      />
      <Acts acts={supportActs} record={support} state={state} />
    </>
  );
}
