import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { paidState } from '../acts/fact-values.tsx';
import { useBanks } from '../acts/use-banks.ts';
import type { Studio } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useWho } from '../ui/use-who.ts';
import { fundingActs, partOf } from './studio-acts.ts';

/** Each step it took, and who took it. */
export function StudioSteps({ studio: { steps } }: { studio: Studio }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  return (
    <Section title={t('innovation.steps')}>
      <RecordTable
        label={t('innovation.steps')}
        items={steps}
        idOf={({ state, stepOn }) => `${state} ${stepOn}`}
        name={{ label: t('innovation.state'), of: ({ state }) => label('studioStep', state) }}
        columns={[
          { label: t('record.stepOn'), of: ({ stepOn }) => stepOn },
          {
            label: t('record.note'),
            of: ({ note, documentNo }) => [note, documentNo].filter(Boolean).join(' · ') || '–',
          },
          { label: t('innovation.actedBy'), of: ({ actedBy }) => who(actedBy) },
        ]}
      />
    </Section>
  );
}

/** What it worked on year by year, and what that is worth as the unit says. */
export function StudioReports({ studio: { reports } }: { studio: Studio }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('innovation.reports')}>
      {reports.length === 0 ? (
        <Empty title={t('innovation.noReports')}>{t('innovation.noReportsNext')}</Empty>
      ) : (
        <RecordTable
          label={t('innovation.reports')}
          items={reports}
          idOf={({ year }) => String(year)}
          name={{ label: t('record.year'), of: ({ year }) => String(year) }}
          columns={[
            {
              label: t('record.projectTitle'),
              of: (one) => `${one.projectTitle} · ${one.projectDocumentNo}`,
            },
            { label: t('record.result'), of: ({ resultText }) => resultText },
            {
              label: t('record.benefit'),
              number: true,
              of: ({ benefitFen }) => <Money fen={benefitFen} />,
            },
            { label: t('record.patents'), number: true, of: ({ patents }) => patents },
            { label: t('record.apprentices'), number: true, of: (one) => one.apprentices },
          ]}
        />
      )}
    </Section>
  );
}

/** What it was given. */
export function StudioFundings({ studio }: { studio: Studio }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const banks = useBanks();
  const { fundings } = studio;
  return (
    <Section title={t('innovation.fundings')}>
      {fundings.length === 0 ? (
        <Empty title={t('innovation.noFundings')}>{t('innovation.noFundingsNext')}</Empty>
      ) : (
        <RecordTable
          label={t('innovation.fundings')}
          items={fundings}
          idOf={({ level, reason, fundedOn }) => `${level} ${reason} ${fundedOn}`}
          name={{ label: t('record.level'), of: ({ level }) => label('resultLevel', level) }}
          columns={[
            {
              label: t('record.fundingReason'),
              of: ({ reason }) => label('fundingReason', reason),
            },
            {
              label: t('record.amount'),
              number: true,
              of: ({ amountFen }) => <Money fen={amountFen} />,
            },
            { label: t('record.fundedOn'), of: ({ fundedOn }) => fundedOn },
            { label: t('record.documentNo'), of: ({ documentNo }) => documentNo },
            {
              label: t('record.payoutState'),
              of: (funding) => (
                <>
                  {paidState(funding.payoutState, {
                    kind: 'STUDIO_FUNDING',
                    recordId: studio.studioId,
                    recordPart: partOf(funding),
                  }) || '–'}
                  <Acts acts={fundingActs} record={{ studio, funding }} choices={banks} />
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
