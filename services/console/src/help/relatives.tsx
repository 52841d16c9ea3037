import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { HEALTH, newRelative, OCCUPATIONS, RELATIONS, type Relative } from './household.ts';

/** The node takes twenty people, himself among them. */
const OTHERS_MAX = 19;

interface Props {
  people: readonly Relative[];
  onPeople: (people: readonly Relative[]) => void;
}

export function Relatives({ people, onPeople }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {people.map((one, at) => (
        <fieldset key={one.key} className="help-part">
          <legend>{t('myHelp.hardship.person', { no: at + 1 })}</legend>
          <Fields
            of={one}
            onPart={(part) =>
              onPeople(people.map((each) => (each === one ? { ...each, ...part } : each)))
            }
          />
          <button
            type="button"
            className="button"
            onClick={() => onPeople(people.filter((each) => each !== one))}
          >
            {t('myHelp.hardship.removePerson')}
          </button>
        </fieldset>
      ))}
      {people.length < OTHERS_MAX && (
        <button
          type="button"
          className="button"
          onClick={() => onPeople([...people, newRelative()])}
        >
          {t('myHelp.hardship.addPerson')}
        </button>
      )}
    </>
  );
}

function Fields({ of, onPart }: { of: Relative; onPart: (part: Partial<Relative>) => void }) {
  const { t } = useTranslation();
  return (
    <div className="help-fields">
      <TextField
        label={t('myHelp.field.personName')}
        required
        maxLength={50}
        value={of.personName}
        onValue={(personName) => onPart({ personName })}
      />
      <TextField
        label={t('myHelp.field.idNumber')}
        required
        maxLength={18}
        autoCapitalize="characters"
        value={of.idNumber}
        onValue={(idNumber) => onPart({ idNumber })}
      />
      <ChoiceField
        label={t('myHelp.field.relation')}
        value={of.relation}
        choices={RELATIONS.map((one) => [one, t(`myHelp.relation.${one}`)])}
        onValue={(relation) => onPart({ relation })}
      />
      <ChoiceField
        label={t('myHelp.field.health')}
        value={of.health}
        choices={HEALTH.map((one) => [one, t(`myHelp.health.${one}`)])}
        onValue={(health) => onPart({ health })}
      />
      <ChoiceField
        label={t('myHelp.field.occupation')}
        value={of.occupation}
        choices={OCCUPATIONS.map((one) => [one, t(`myHelp.occupation.${one}`)])}
        onValue={(occupation) => onPart({ occupation })}
      />
    </div>
  );
}
