import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { TextField } from '../ui/text-field.tsx';
import { sumPercent, type ModuleForm, type TradeForm } from './draft-form.ts';

interface Props {
  trade: TradeForm;
  number: number;
  /** What a superior holds is scored by the superior. */
  scored: boolean;
  onChange: (trade: TradeForm) => void;
  /** Absent: it is the last one. */
  onRemove?: () => void;
}

const grades = ['0', '1', '2', '3', '4', '5'];

export function DraftTrade({ trade, number, scored, onChange, onRemove }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const change = (part: Partial<TradeForm>): void => onChange({ ...trade, ...part });
  return (
    <fieldset className="contest-trade">
      <legend>{t('competitions.tradeNo', { no: number })}</legend>
      <div className="contest-form">
        <TextField
          label={t('competitions.trade')}
          value={trade.title}
          required
          maxLength={60}
          onValue={(title) => change({ title })}
        />
        <TextField
          label={t('competitions.placesAll')}
          value={trade.places}
          required
          inputMode="numeric"
          pattern="\d{1,6}"
          onValue={(places) => change({ places })}
        />
        <ChoiceField
          label={t('competitions.gradeAsked')}
          value={trade.standardGrade}
          choices={grades.map((grade) => [grade, label('competitionGrade', grade)])}
          onValue={(standardGrade) => change({ standardGrade })}
        />
        {(['ageMax', 'finalists'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`competitions.${name}`)}
            value={trade[name]}
            inputMode="numeric"
            pattern="\d{0,6}"
            onValue={(count) => change({ [name]: count })}
          />
        ))}
      </div>
      {scored && <Modules trade={trade} onChange={(modules) => change({ modules })} />}
      {onRemove && (
        <button type="button" className="button" onClick={onRemove}>
          {t('competitions.removeTrade', { no: number })}
        </button>
      )}
    </fieldset>
  );
}

interface ModulesProps {
  trade: TradeForm;
  onChange: (modules: readonly ModuleForm[]) => void;
}

function Modules({ trade: { modules }, onChange }: ModulesProps): ReactElement {
  const { t } = useTranslation();
  const sum = sumPercent(modules);
  const change = (place: number, part: Partial<ModuleForm>): void =>
    onChange(modules.map((one, at) => (at === place ? { ...one, ...part } : one)));
  return (
    <>
      {modules.map((module, place) => (
        // A module has no name of its own before it is typed.
        <Module
          key={place}
          module={module}
          number={place + 1}
          onChange={(part) => change(place, part)}
          {...(modules.length > 1
            ? { onRemove: () => onChange(modules.filter((_, at) => at !== place)) }
            : {})}
        />
      ))}
      <p className={sum === 100 ? 'note' : 'note contest-short'} role="status">
        {t('competitions.weightSum', { sum })}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => onChange([...modules, { title: '', moduleKind: 'PRACTICAL', percent: '' }])}
      >
        {t('competitions.addModule')}
      </button>
    </>
  );
}

interface ModuleProps {
  module: ModuleForm;
  number: number;
  onChange: (part: Partial<ModuleForm>) => void;
  onRemove?: () => void;
}

function Module({ module, number, onChange, onRemove }: ModuleProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <div className="contest-module">
      <TextField
        label={t('competitions.moduleNo', { no: number })}
        value={module.title}
        required
        maxLength={60}
        onValue={(title) => onChange({ title })}
      />
      <ChoiceField
        label={t('competitions.moduleKind')}
        value={module.moduleKind}
        choices={['THEORY', 'PRACTICAL'].map((kind) => [
          kind,
          label('competitionModuleKind', kind),
        ])}
        onValue={(moduleKind) => onChange({ moduleKind })}
      />
      <TextField
        label={t('competitions.weight')}
        value={module.percent}
        required
        inputMode="decimal"
        pattern="100|\d{1,2}(\.\d{1,2})?"
        onValue={(percent) => onChange({ percent })}
      />
      {onRemove && (
        <button type="button" className="button" onClick={onRemove}>
          {t('competitions.removeModule')}
          <span className="hidden"> {number}</span>
        </button>
      )}
    </div>
  );
}
