import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, randomKey } from '../client.ts';
import { sum, yuan } from '../numbers.ts';
import type { BankReconciliation, UnmatchedLine } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { Money } from '../ui/money.tsx';
import { Empty } from '../ui/page.tsx';

interface Props {
  of: BankReconciliation;
  line: UnmatchedLine;
  onClose: () => void;
}

/** One line of the bank may be several vouchers: a list that it booked as one. */
export function MatchDialog({ of, line, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [key, setKey] = useState(randomKey);
  const marked = of.bookOnly.filter(({ voucherNo }) => chosen.has(voucherNo));
  const makes = String(sum(marked.map(({ amountFen }) => amountFen)));
  const match = useMutation({
    mutationFn: () => {
      const params = { path: { lineId: line.lineId } };
      const body = { voucherNos: [...chosen] };
      const headers = { 'Idempotency-Key': key };
      return answer(
        client.POST('/bank-statements/lines/{lineId}/match', { params, headers, body }),
      );
    },
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: ['reconciliation'] });
      await cache.invalidateQueries({ queryKey: ['payments'] });
    },
  });
  const mark = (no: string, on: boolean): void => {
    setChosen(new Set(on ? [...chosen, no] : [...chosen].filter((one) => one !== no)));
    setKey(randomKey());
  };
  const amount = yuan(line.amountFen, i18n.language);
  return (
    <AskDialog title={t('reconciliation.matchTitle', { amount })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          match.mutate();
        }}
      >
        <p className="consequence">
          {line.postedOn} · {line.purpose || '–'} · {t('reconciliation.matchFollows')}
        </p>
        {of.bookOnly.length === 0 ? (
          <Empty title={t('reconciliation.bookNone')} />
        ) : (
          <ul className="ask-choices">
            {of.bookOnly.map((one) => (
              <li key={`${one.voucherNo} ${one.amountFen}`}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(one.voucherNo)}
                    onChange={({ target }) => mark(one.voucherNo, target.checked)}
                  />{' '}
                  <span>
                    {one.eventOn} · {one.summary} · <Money fen={one.amountFen} />
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
        <p role="status">
          {t('reconciliation.makes')} <Money fen={makes} /> / {amount}
        </p>
        <AskFoot
          error={match.error}
          disabled={match.isPending || chosen.size === 0}
          onClose={onClose}
        >
          {t('reconciliation.match')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
