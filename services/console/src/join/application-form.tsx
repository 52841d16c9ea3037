import { useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { useWords } from './words.ts';
import {
  employmentForms,
  findFaults,
  idTypes,
  newForms,
  type Application,
  type ApplicationField,
  type Faults,
} from './application.ts';
import type { Problem } from '../problem.ts';
import { fieldOf, sendApplication, type OpenedLink } from './applicant-call.ts';
import { ChoiceField, TextField } from './form-fields.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  token: string;
  link: OpenedLink;
  heading: RefObject<HTMLHeadingElement | null>;
  application: Application;
  onChange: (application: Application) => void;
  onSent: (memberId: string) => void;
}

/** Says what is wrong where it is wrong, when one goes on, and first sends to the first of it. */
export function ApplicationForm(props: Props): ReactElement {
  const { token, link, heading, application, onChange, onSent } = props;
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const sending = useSending((key) => sendApplication(token, link, application, key), onSent);
  const set = (field: ApplicationField) => (value: string) => {
    setFaults(({ [field]: _mended, ...rest }) => rest);
    onChange({ ...application, [field]: value });
  };
  const refusedField = sending.problem && fieldOf(sending.problem);
  const shown = { ...refusalOf(sending.problem), ...faults };
  const text = (field: ApplicationField) => ({
    name: field,
    label: t(`field.${field}`),
    value: application[field],
    fault: faultWords(t, shown[field], refusedField === field ? sending.problem?.message : ''),
    onChange: set(field),
  });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = findFaults(application, link.today);
        setFaults(found);
        const [first] = Object.keys(found);
        if (first === undefined) sending.send(application);
        else form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      }}
    >
      <p className="join-step">{t('step', { at: 2 })}</p>
      <h1 ref={heading} tabIndex={-1}>
        {t('form.title')}
      </h1>
      <p>{t('form.lead', { union: link.unionName })}</p>
      <TextField {...text('name')} autoComplete="name" />
      <ChoiceField
        {...text('idType')}
        options={idTypes.map((code) => [code, t(`idType.${code}`)])}
      />
      <TextField
        {...text('idNumber')}
        note={t('form.idNote')}
        autoCapitalize="characters"
        maxLength={30}
      />
      {application.idType !== '01' && <TextField {...text('birthDate')} type="date" />}
      <TextField {...text('phone')} type="tel" autoComplete="tel" note={t('form.phoneNote')} />
      <ChoiceField
        {...text('employmentForm')}
        open={t('form.choose')}
        options={employmentForms.map((code) => [code, t(`employment.${code}`)])}
      />
      {application.employmentForm === 'platform' && (
        <ChoiceField
          {...text('newForm')}
          open={t('form.choose')}
          options={newForms.map((code) => [code, t(`newForm.${code}`)])}
        />
      )}
      <div role="alert">
        {sending.problem !== undefined && Object.keys(faults).length === 0 && (
          <p className="join-fault">{failureWords(t, sending.problem)}</p>
        )}
      </div>
      <button type="submit" className="join-main" disabled={sending.isSending}>
        {sending.isSending ? t('form.sending') : t('form.send')}
      </button>
    </form>
  );
}

type Words = ReturnType<typeof useWords>;

const ruleWords = [
  'NAME_MISSING',
  'NUMBER_MISSING',
  'LENGTH_OR_CHARSET',
  'REGION_UNKNOWN',
  'DATE_INVALID',
  'DATE_IN_FUTURE',
  'CHECKSUM',
  'BIRTH_DATE_MISSING',
  'PHONE_INVALID',
  'CHOICE_MISSING',
] as const;

/** In the page's own words; the node's where it refuses what the page let pass. */
function faultWords(t: Words, rule: string | undefined, said = ''): string {
  const own = ruleWords.find((one) => one === rule);
  return own === undefined ? said : t(`fault.${own}`);
}

function refusalOf(problem: Problem | undefined): Faults {
  const field = problem === undefined ? '' : fieldOf(problem);
  return field === '' ? {} : { [field]: problem?.code ?? '' };
}

const failures = ['ALREADY_MEMBER', 'APPLICATION_PENDING', 'NETWORK', 'TOO_MANY_REQUESTS'] as const;

function failureWords(t: Words, { code, message }: Problem): string {
  const own = failures.find((one) => one === code);
  if (own !== undefined) return t(`failure.${own}`);
  return message === '' ? t('failure.UNKNOWN') : message;
}
