import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, client, randomKey } from '../client.ts';
import type { Payment, PaymentLine } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';

interface Props {
  payment: Payment;
  lines: readonly PaymentLine[];
  onClose: () => void;
}

interface Again {
  chosen: boolean;
  accountNumber: string;
  bankCode: string;
  payeeName: string;
}
const asBefore: Again = { chosen: true, accountNumber: '', bankCode: '', payeeName: '' };

/** What failed is asked for again as a payment of its own; what is left empty stays as it was. */
export function ReissueDialog({ payment, lines, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const go = useNavigate();
  // Until something else is asked, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const [said, setSaid] = useState<Readonly<Record<number, Again>>>({});
  const failed = lines.filter(({ state }) => state === 'FAILED');
  const of = (seq: number): Again => said[seq] ?? asBefore;
  const chosen = failed.filter(({ seq }) => of(seq).chosen);
  const { paymentId } = payment;
  const act = useMutation({
    mutationFn: () => {
      const asked = chosen.map(({ seq }) => {
        const { payeeName, accountNumber, bankCode } = of(seq);
        return { seq, payeeName: payeeName.trim(), accountNumber, bankCode };
      });
      const params = { path: { paymentId } };
      const headers = { 'Idempotency-Key': key };
      const body = { lines: asked };
      return answer(client.POST('/payments/{paymentId}/reissue', { params, headers, body }));
    },
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ['payments'] });
      onClose();
      await go(`/payments/${made.paymentId}`);
    },
  });
  return (
    <AskDialog title={t('payments.reissue.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <p className="consequence">{t('payments.reissue.follows')}</p>
        {failed.map((line) => (
          <FailedLine
            key={line.lineId}
            line={line}
            again={of(line.seq)}
            onChange={(change) => {
              setSaid({ ...said, [line.seq]: { ...of(line.seq), ...change } });
              setKey(randomKey());
            }}
          />
        ))}
        <AskFoot
          error={act.error}
          disabled={act.isPending || chosen.length === 0}
          onClose={onClose}
        >
          {t('payments.reissue.do')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface LineProps {
  line: PaymentLine;
  again: Again;
  onChange: (change: Partial<Again>) => void;
}

const fields = {
  accountNumber: '[0-9]{8,30}',
  bankCode: '[0-9]{12}',
  payeeName: '.{2,60}',
} as const;

function FailedLine({ line, again, onChange }: LineProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const id = useId();
  return (
    <fieldset className="again">
      <legend>
        <label>
          <input
            type="checkbox"
            checked={again.chosen}
            onChange={({ target }) => onChange({ chosen: target.checked })}
          />{' '}
          {line.seq}. {line.payeeNameMasked} · <Money fen={line.amountFen} /> ·{' '}
          {label('bankFailure', line.failureCode)}
        </label>
      </legend>
      {(Object.keys(fields) as (keyof typeof fields)[]).map((name) => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}`}>{t(`payments.reissue.${name}`)}</label>
          <input
            id={`${id}-${name}`}
            className="input"
            value={again[name]}
            pattern={fields[name]}
            placeholder={t('payments.reissue.asBefore')}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}
