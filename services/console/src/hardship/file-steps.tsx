import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordState } from '../acts/record-state.tsx';
import type { HardshipFile, HardshipStep } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useWho } from '../ui/use-who.ts';

/** Every step that was taken, by whom; it stays. */
export function FileSteps({ file: { steps } }: { file: HardshipFile }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const said = useSaid();
  return (
    <Section title={t('household.steps')}>
      <RecordTable
        label={t('household.steps')}
        items={steps.map((step, at) => ({ ...step, at }))}
        idOf={({ at }) => String(at)}
        name={{ label: t('household.step'), of: ({ step }) => label('fileAct', step) }}
        columns={[
          { label: t('record.stepOn'), of: ({ happenedOn }) => happenedOn },
          { label: t('household.actedBy'), of: ({ actedBy }) => who(actedBy) },
          { label: t('household.said'), of: (step) => said(step) || '–' },
          {
            label: t('household.then'),
            of: ({ state }) => <RecordState words="fileState" state={state} />,
          },
        ]}
      />
    </Section>
  );
}

/** Who went to the home, how the colleagues voted, by which document. */
function useSaid(): (step: HardshipStep) => string {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  return (step) => {
    if (step.visitorIds.length > 0)
      return t('household.visitedBy', { who: step.visitorIds.map(who).join('、') });
    if (step.presentCount > 0)
      return t('household.votes', {
        present: step.presentCount,
        agreed: step.agreedCount,
        against: step.againstCount,
        abstained: step.abstainedCount,
      });
    const [contact = '', outcome = ''] = step.documentNo.split('.');
    if (step.step === 'FOLLOW_UP')
      return `${label('followContact', contact)} · ${label('followOutcome', outcome)}`;
    return step.documentNo;
  };
}
