import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import {
  emptyPerson,
  HEALTH,
  OCCUPATIONS,
  RELATIONS,
  type HouseholdForm,
  type PersonForm,
} from './household-form.ts';

const PEOPLE_MAX = 20;

interface Props {
  form: HouseholdForm;
  onChange: (part: Partial<HouseholdForm>) => void;
}

/** The worker first, then everybody who lives with him. */
export function HouseholdPeople({ form, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const { people } = form;
  const put = (at: number, one: PersonForm): void =>
    onChange({ people: people.map((other, place) => (place === at ? one : other)) });
  return (
    <Section title={t('household.people')} note={t('household.peopleNote')}>
      {people.map((one, at) => (
        // Somebody has no name of his own before it is typed.
        <Person key={at} person={one} number={at + 1} onPerson={(next) => put(at, next)} />
      ))}
      <div className="record-acts">
        {people.length < PEOPLE_MAX && (
          <button
            type="button"
            className="button"
            onClick={() => onChange({ people: [...people, emptyPerson('SPOUSE')] })}
          >
            {t('household.addPerson')}
          </button>
        )}
        {people.length > 1 && (
          <button
            type="button"
            className="button"
            onClick={() => onChange({ people: people.slice(0, -1) })}
          >
            {t('household.dropPerson')}
          </button>
        )}
      </div>
      <p>
        <label>
          <input
            type="checkbox"
            checked={form.guardianConsented}
            onChange={({ target }) => onChange({ guardianConsented: target.checked })}
          />{' '}
          {t('household.guardian')}
        </label>
      </p>
    </Section>
  );
}

interface PersonProps {
  person: PersonForm;
  number: number;
  onPerson: (person: PersonForm) => void;
}

function Person({ person, number, onPerson }: PersonProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  // The worker himself stands first, and once.
  const relations = RELATIONS.filter((one) => (one === 'SELF') === (number === 1));
  const choice = (words: string, codes: readonly string[]) =>
    codes.map((one) => [one, label(words, one)] as const);
  return (
    <fieldset className="household-person">
      <legend>{t('household.person', { number })}</legend>
      <TextField
        label={t('record.personName')}
        required
        maxLength={50}
        value={person.personName}
        onValue={(personName) => onPerson({ ...person, personName })}
      />
      <TextField
        label={t('record.idNumber')}
        required
        maxLength={18}
        value={person.idNumber}
        onValue={(idNumber) => onPerson({ ...person, idNumber })}
      />
      <ChoiceField
        label={t('household.relation')}
        value={person.relation}
        choices={choice('relation', relations)}
        onValue={(relation) => onPerson({ ...person, relation })}
      />
      <ChoiceField
        label={t('household.health')}
        value={person.health}
        choices={choice('health', HEALTH)}
        onValue={(health) => onPerson({ ...person, health })}
      />
      <ChoiceField
        label={t('household.occupation')}
        value={person.occupation}
        choices={choice('occupation', OCCUPATIONS)}
        onValue={(occupation) => onPerson({ ...person, occupation })}
      />
    </fieldset>
  );
}
