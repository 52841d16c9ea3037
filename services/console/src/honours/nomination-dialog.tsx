import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import type { HonourConsultation, Nomination } from '../shapes.ts';
import { FormDialog, type FormField } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { HONOURS, honourQueries } from './honour-queries.ts';
import { nominationActions, wordOf } from './nomination-actions.ts';
import type { ActionName, FieldName, NominationAction } from './nomination-actions.ts';

interface Props {
  name: ActionName;
  nomination: Nomination;
  consultations: readonly HonourConsultation[];
  onClose: () => void;
}

/** Says what follows before it asks for the click that makes it follow. */
export function NominationDialog(props: Props): ReactElement {
  const { name, nomination, consultations, onClose } = props;
  const { t } = useTranslation();
  const fieldOf = useField(consultations);
  const action: NominationAction = nominationActions[name];
  const word = wordOf(name, nomination.state);
  const asked = action.fields.filter(
    (field) => field !== 'consentedOn' || nomination.holder === 'PERSON',
  );
  return (
    <FormDialog
      title={t(`nominations.act.${word}.do`)}
      follows={t(`nominations.act.${word}.follows`)}
      does={t(`nominations.act.${word}.do`)}
      fields={asked.map(fieldOf)}
      send={(said, key) => action.send(nomination, said, key)}
      stale={[HONOURS]}
      onClose={onClose}
    />
  );
}

const OPTIONAL: ReadonlySet<FieldName> = new Set(['note']);

function useField(consultations: readonly HonourConsultation[]): (name: FieldName) => FormField {
  const { t } = useTranslation();
  const label = useLabels();
  const day = today();
  const bodies = useQuery(honourQueries.table(day)).data?.consulted ?? [];
  const asked = new Set(consultations.map(({ body }) => body));
  const choices = (group: string, codes: readonly string[]) =>
    codes.map((code) => [code, label(group, code)] as const);
  const kinds: Record<FieldName, Omit<FormField, 'name' | 'label'>> = {
    happenedOn: { as: 'past', first: day },
    congressPresent: { as: 'count' },
    congressFor: { as: 'count', note: t('nominations.congressNote') },
    consentedOn: { as: 'past', first: day },
    recordClear: { as: 'choice', choices: choices('recordClear', ['yes', 'no']) },
    channel: { as: 'text', maxLength: 100 },
    summary: { as: 'long' },
    bodies: {
      as: 'several',
      choices: choices(
        'consulted',
        bodies.filter((body) => !asked.has(body)),
      ),
    },
    answer: { as: 'choice', choices: choices('reviewAnswer', ['PASSED', 'REJECTED']) },
    note: { as: 'long' },
    decisionNo: { as: 'text', maxLength: 100 },
    reason: { as: 'long', maxLength: 200 },
  };
  return (name) => ({
    name,
    label: t(`nominations.field.${name}`),
    ...(OPTIONAL.has(name) ? { optional: true } : {}),
    ...kinds[name],
  });
}
