import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { amountPattern, TextField } from '../ui/text-field.tsx';
import { newLine, type Line } from './household.ts';

/** As the node takes them. */
const LINES_MAX = 40;

interface Props {
  of: 'income' | 'rigid';
  kinds: readonly string[];
  lines: readonly Line[];
  onLines: (lines: readonly Line[]) => void;
}

/** Amounts of a year, each of its kind. */
export function MoneyLines({ of, kinds, lines, onLines }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const income = of === 'income';
  const patch = (one: Line, part: Partial<Line>): void =>
    onLines(lines.map((each) => (each === one ? { ...each, ...part } : each)));
  return (
    <>
      {lines.map((one, at) => (
        <fieldset key={one.key} className="help-part">
          <legend>
            {t(income ? 'myHelp.hardship.lineIncome' : 'myHelp.hardship.lineRigid', { no: at + 1 })}
          </legend>
          <div className="help-fields">
            <ChoiceField
              label={t('myHelp.field.moneyKind')}
              value={one.kind}
              choices={kinds.map((kind) => [kind, label(`myHelp.${of}`, kind)])}
              onValue={(kind) => patch(one, { kind })}
            />
            <TextField
              label={t('myHelp.field.amount')}
              required
              inputMode="decimal"
              pattern={amountPattern}
              title={t('receipts.amountForm')}
              value={one.amount}
              onValue={(amount) => patch(one, { amount })}
            />
          </div>
          <button
            type="button"
            className="button"
            onClick={() => onLines(lines.filter((each) => each !== one))}
          >
            {t('myHelp.hardship.removeLine')}
          </button>
        </fieldset>
      ))}
      {lines.length < LINES_MAX && (
        <button
          type="button"
          className="button"
          onClick={() => onLines([...lines, newLine(kinds[0] ?? '')])}
        >
          {t(income ? 'myHelp.hardship.addIncome' : 'myHelp.hardship.addRigid')}
        </button>
      )}
    </>
  );
}
