import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { randomKey } from '../client.ts';
import { today } from '../dates.ts';
import { yuan } from '../numbers.ts';
import type { Settlement } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { sha256Of } from '../imports/upload.ts';
import { fieldsOf, settlementActions } from './settlement-actions.ts';
import type { FieldName, SettlementAction, SettlementActionName } from './settlement-actions.ts';

interface Props {
  name: SettlementActionName;
  one: Settlement;
  onClose: () => void;
}

const reasons = ['NOT_ARRIVED', 'AMOUNT_DIFFERS', 'WRONG_ACCOUNT'] as const;
const first: Readonly<Record<FieldName, string>> = {
  on: today(),
  bank: '',
  reasonCode: reasons[0],
  amount: '0',
  decisionNo: '',
  decisionOn: '',
  decision: '',
  note: '',
};

/** Says what follows before it asks for the click that makes it follow. */
export function SettlementDialog({ name, one, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const [values, setValues] = useState<Readonly<Record<string, string>>>(first);
  // Until something else is asked, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const action: SettlementAction = settlementActions[name];
  const act = useMutation({
    mutationFn: () => action.send(one.settlementId, one.version, values, key),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: ['settlements'] });
    },
  });
  const of = { amount: yuan(one.amountFen, i18n.language), node: one.neighbour };
  return (
    <AskDialog title={t(`settlements.act.${name}.title`, of)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <p className="consequence">{t(`settlements.act.${name}.follows`, of)}</p>
        {fieldsOf(action, one).map((field) => (
          <Field
            key={field}
            name={field}
            required={action.fields.includes(field)}
            value={values[field] ?? ''}
            onChange={(value) => {
              setValues({ ...values, [field]: value });
              setKey(randomKey());
            }}
          />
        ))}
        <AskFoot error={act.error} disabled={act.isPending} onClose={onClose}>
          {t(`settlements.act.${name}.do`)}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface FieldProps {
  name: FieldName;
  required: boolean;
  value: string;
  onChange: (value: string) => void;
}

function Field({ name, required, value, onChange }: FieldProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const own = { id, className: 'input', required, value };
  return (
    <div className="field">
      <label htmlFor={id}>{t(`settlements.field.${name}`)}</label>
      {name === 'decision' ? (
        <DecisionFile id={id} required={required} value={value} onChange={onChange} />
      ) : name === 'reasonCode' ? (
        <select {...own} onChange={({ target }) => onChange(target.value)}>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(`settlementReason.${reason}`)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...own}
          {...(name === 'on' || name === 'decisionOn' ? { type: 'date', max: today() } : {})}
          {...(name === 'decisionNo' || name === 'note' ? { maxLength: 100 } : {})}
          {...(name === 'amount' ? { inputMode: 'decimal' } : {})}
          {...(name === 'bank' ? { pattern: '[a-z0-9\\-]{1,40}', placeholder: 'bank-1' } : {})}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  );
}

type FileProps = Omit<FieldProps, 'name'> & { id: string };

/** The minutes stay here; that they are these, their hash will say. */
function DecisionFile({ id, required, value, onChange }: FileProps): ReactElement {
  return (
    <>
      <input
        id={id}
        className="input"
        type="file"
        required={required}
        onChange={({ target }) => {
          const file = target.files?.[0];
          void (file ? sha256Of(file) : Promise.resolve('')).then(onChange);
        }}
      />
      {value !== '' && <code className="seal"> SHA-256 {value}</code>}
    </>
  );
}
