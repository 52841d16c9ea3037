import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { exact } from '../numbers.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { ProblemPanel } from '../ui/problem-panel.tsx';

/** Recounts the book from its vouchers; what was changed behind its back is named. */
export function VerifyBook({ unionId }: { unionId: string }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const verify = useMutation({
    mutationFn: () => {
      const params = { path: { unionId } };
      return answer(client.GET('/ledger/books/{unionId}/verification', { params }));
    },
  });
  const { data } = verify;
  const bad = data?.checks.filter(({ ok }) => !ok) ?? [];
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {verify.isPending ? t('books.verifying') : t('books.verify')}
      </button>
      {verify.error && <ProblemPanel problem={verify.error} />}
      <div role="status">
        {data?.clean && (
          <p className="note">
            <Chip tone="good" icon="check">
              {t('books.clean', {
                count: Number(data.vouchersChecked),
                shown: exact(data.vouchersChecked, i18n.language),
              })}
            </Chip>{' '}
            <code className="seal">{data.head}</code>
          </p>
        )}
        {bad.length > 0 && (
          <ul className="problems">
            {bad.map((check) => (
              <li key={check.check}>
                <Chip tone="bad" icon="warning">
                  {label('ledgerCheck', check.check)}
                </Chip>{' '}
                {t('books.firstBad', { no: check.firstNo })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
