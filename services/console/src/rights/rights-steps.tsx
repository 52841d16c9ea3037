import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../i18n/setup.ts';
import type { RightsStep } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useWho } from '../ui/use-who.ts';

interface Props {
  steps: readonly RightsStep[];
  /** The words of its steps and of its states. */
  stepWords: keyof Words;
  stateWords: keyof Words;
  /** Notes that are codes. */
  noteWords?: Readonly<Record<string, keyof Words>>;
}

/** Each step of a case, who took it, and who has it from then on. */
export function RightsSteps({ steps, stepWords, stateWords, noteWords = {} }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const noteOf = ({ step, note }: RightsStep) => {
    const words = noteWords[step];
    return words === undefined ? note : label(words, note);
  };
  return (
    <Section title={t('rights.steps')}>
      <RecordTable
        label={t('rights.steps')}
        items={steps}
        idOf={({ no }) => String(no)}
        name={{ label: t('rights.step'), of: ({ step }) => label(stepWords, step) }}
        columns={[
          { label: t('record.stepOn'), of: ({ steppedOn }) => steppedOn },
          { label: t('rights.state'), of: ({ state }) => label(stateWords, state) },
          { label: t('rights.agency'), of: ({ agency }) => label('rightsAgency', agency) },
          { label: t('rights.actedBy'), of: ({ actedBy }) => who(actedBy) },
          { label: t('record.careRemark'), of: (one) => noteOf(one) || '–' },
        ]}
      />
    </Section>
  );
}
