import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NominationFile } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';

type Step = NominationFile['steps'][number];

/** One line a step, none of which is ever taken out. */
export function NominationSteps({ steps }: { steps: readonly Step[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const noteOf = useNote();
  if (steps.length === 0) return <p>{t('nominations.noSteps')}</p>;
  return (
    <TableFrame label={t('nominations.steps')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('nominations.stepOn')}</th>
          <th scope="col">{t('nominations.step')}</th>
          <th scope="col">{t('nominations.stepBy')}</th>
          <th scope="col">{t('nominations.field.note')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, at) => (
          // Two steps of one kind may fall on one day; their order never changes.
          <tr key={`${at}-${step.step}`}>
            <th scope="row" className="date">
              {step.happenedOn}
            </th>
            <td data-label={t('nominations.step')}>{label('nominationStep', step.step)}</td>
            <td data-label={t('nominations.stepBy')}>{who(step.actedBy)}</td>
            <td data-label={t('nominations.field.note')}>{noteOf(step) || '–'}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Votes and bodies are kept as codes; all else as it was written. */
function useNote(): (step: Step) => string {
  const { t } = useTranslation();
  const label = useLabels();
  return ({ step, note }) => {
    const parts = note.split(' ');
    if (step === 'CONSULT')
      return parts.map((body) => label('consulted', body)).join(t('honours.and'));
    if (step === 'REPLY') {
      const [body = '', reply = ''] = parts;
      return `${label('consulted', body)} · ${label('consultReply', reply)}`;
    }
    if (step === 'RECOMMEND') {
      const [agreed = '', present = ''] = note.split('/');
      return t('nominations.votes', { agreed, present });
    }
    return note;
  };
}
