import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import type { WorkOrderStep } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useWho } from '../ui/use-who.ts';

/** The first word of a note that is a code, by the step that writes it. */
const coded: Readonly<Record<string, string>> = {
  RETURN: 'returnReason',
  TRANSFER_OUT: 'outAgency',
};

/** What was done with it, here and at the nodes above and below, as each was heard. */
export function OrderSteps({ steps }: { steps: readonly WorkOrderStep[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const noteOf = ({ step, note }: WorkOrderStep) => {
    const [first = '', ...rest] = note.split(' ');
    const words = coded[step];
    return words === undefined ? note : [label(words, first), ...rest].join(' ');
  };
  return (
    <Section title={t('rights.steps')} note={t('rights.stepsNote')}>
      <RecordTable
        label={t('rights.steps')}
        items={steps}
        idOf={({ no }) => String(no)}
        name={{ label: t('rights.step'), of: ({ step }) => label('orderStep', step) }}
        columns={[
          { label: t('rights.at'), of: ({ at }) => moment(at) },
          {
            label: t('rights.heardFrom'),
            of: ({ node }) => (node === '' ? t('rights.here') : t('rights.node', { region: node })),
          },
          { label: t('rights.state'), of: ({ state }) => label('orderState', state) },
          {
            label: t('rights.actedBy'),
            of: ({ actedBy }) => (actedBy === '' ? '–' : who(actedBy)),
          },
          { label: t('record.careRemark'), of: (one) => noteOf(one) || '–' },
        ]}
      />
    </Section>
  );
}
