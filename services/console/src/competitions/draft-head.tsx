import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { amountPattern, TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { Above } from './above-field.tsx';
import { LEVELS } from './competition-list.tsx';
import { competitionQueries } from './competitions-queries.ts';
import type { DraftForm, StageForm } from './draft-form.ts';

interface Props {
  form: DraftForm;
  /** '' before it is written. */
  competitionId: string;
  /** Whose it is does not change any more. */
  amends: boolean;
  onChange: (part: Partial<DraftForm>) => void;
}

/** Everything but the trades. */
export function DraftHead({ form, competitionId, amends, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('competitions.about')}>
        <div className="contest-form">
          {!amends && <Holder form={form} onChange={onChange} />}
          <TextField
            label={t('competitions.name')}
            value={form.name}
            required
            maxLength={100}
            onValue={(name) => onChange({ name })}
          />
          <Choices form={form} onChange={onChange} />
          <TextField
            label={t('competitions.basis')}
            value={form.basisDocument}
            required
            maxLength={200}
            onValue={(basisDocument) => onChange({ basisDocument })}
          />
          <TextField
            label={t('competitions.season')}
            value={form.season}
            required
            inputMode="numeric"
            pattern="\d{4}"
            onValue={(season) => onChange({ season })}
          />
          {(['heldFrom', 'heldTo'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`competitions.${name}`)}
              type="date"
              value={form[name]}
              required
              onValue={(day) => onChange({ [name]: day })}
            />
          ))}
        </div>
      </Section>
      <More form={form} competitionId={competitionId} onChange={onChange} />
    </>
  );
}

type PartProps = Pick<Props, 'form' | 'onChange'>;

function Holder({ form, onChange }: PartProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('competitions.holder')}</label>
      <UnionSelect
        id={id}
        value={form.unionId}
        placeholder={t('imports.unionHint')}
        onChange={(unionId) => onChange({ unionId })}
      />
    </div>
  );
}

/** Which classes a level has, the dated table of the node says. */
function Choices({ form, onChange }: PartProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const rules = useQuery(competitionQueries.classes(form.heldFrom || today())).data ?? [];
  const classes = rules.filter(({ level }) => level === form.level);
  const words = (group: string, codes: readonly string[]) =>
    codes.map((code) => [code, label(group, code)] as const);
  return (
    <>
      <ChoiceField
        label={t('competitions.origin')}
        value={form.origin}
        choices={words('competitionOrigin', ['HELD', 'JOINED'])}
        onValue={(origin) => onChange({ origin })}
      />
      {form.origin === 'JOINED' && (
        <TextField
          label={t('competitions.organiser')}
          value={form.organiserName}
          required
          maxLength={100}
          onValue={(organiserName) => onChange({ organiserName })}
        />
      )}
      <ChoiceField
        label={t('competitions.kind')}
        value={form.kind}
        choices={words('competitionKind', ['SKILL', 'LABOUR', 'MIXED'])}
        onValue={(kind) => onChange({ kind })}
      />
      <ChoiceField
        label={t('competitions.level')}
        value={form.level}
        choices={words('competitionLevel', LEVELS)}
        onValue={(level) => onChange({ level })}
      />
      {form.kind !== 'LABOUR' && form.level !== 'GRASSROOTS' && (
        <ChoiceField
          label={t('competitions.class')}
          value={form.competitionClass}
          choices={words(
            'competitionClass',
            classes.map(({ competitionClass }) => String(competitionClass)),
          )}
          onValue={(competitionClass) => onChange({ competitionClass })}
        />
      )}
    </>
  );
}

/** What may be left out: money, the project, where each stage is held. */
function More({ form, competitionId, onChange }: Omit<Props, 'amends'>): ReactElement {
  const { t } = useTranslation();
  const change = (stage: string, part: Partial<StageForm>): void =>
    onChange({
      stages: form.stages.map((one) => (one.stage === stage ? { ...one, ...part } : one)),
    });
  return (
    <Section title={t('competitions.more')} note={t('competitions.moreNote')}>
      <div className="contest-form">
        {(['prize', 'organising'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`competitions.${name}Money`)}
            value={form[name]}
            inputMode="decimal"
            pattern={amountPattern}
            onValue={(amount) => onChange({ [name]: amount })}
          />
        ))}
        <TextField
          label={t('competitions.project')}
          value={form.projectName}
          maxLength={100}
          onValue={(projectName) => onChange({ projectName })}
        />
        <Above form={form} competitionId={competitionId} onChange={onChange} />
      </div>
      {form.kind !== 'LABOUR' &&
        form.stages.map((stage) => (
          <Stage key={stage.stage} stage={stage} onChange={(part) => change(stage.stage, part)} />
        ))}
    </Section>
  );
}

interface StageProps {
  stage: StageForm;
  onChange: (part: Partial<StageForm>) => void;
}

function Stage({ stage, onChange }: StageProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const said = stage.heldFrom !== '' || stage.heldTo !== '' || stage.place !== '';
  return (
    <fieldset className="contest-form">
      <legend>{label('competitionStage', stage.stage)}</legend>
      <TextField
        label={t('competitions.stagePlace')}
        value={stage.place}
        maxLength={100}
        onValue={(place) => onChange({ place })}
      />
      {(['heldFrom', 'heldTo'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`competitions.${name}`)}
          type="date"
          value={stage[name]}
          required={said}
          onValue={(day) => onChange({ [name]: day })}
        />
      ))}
    </fieldset>
  );
}
