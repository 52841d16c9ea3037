import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, client, randomKey } from '../client.ts';
import { sum } from '../numbers.ts';
import { queries } from '../queries.ts';
import { Icon } from '../ui/icons.tsx';
import { Money } from '../ui/money.tsx';
import { Page, Section } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { AskedLines } from './asked-lines.tsx';
import { LineForm } from './line-form.tsx';
import { PasteLines } from './paste-lines.tsx';
import type { Line } from './read-lines.ts';
import { RequestHead } from './request-head.tsx';
import type { Head } from './request-head.tsx';

const none: Head = {
  unionId: '',
  bank: '',
  accountCode: '',
  purposeCode: '',
  title: '',
  dueOn: '',
};

/** Asks for a list to be paid; nothing leaves the bank before two other persons have signed. */
export function RequestPage(): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const go = useNavigate();
  const [typed, setTyped] = useState<Partial<Head>>({});
  const [lines, setLines] = useState<readonly Line[]>([]);
  // Until something else is asked, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const head: Head = { ...none, unionId: scope, ...typed };
  const totalFen = String(sum(lines.map(({ amountFen }) => amountFen)));
  const change = (next: readonly Line[]): void => {
    setLines(next);
    setKey(randomKey());
  };
  const ask = useMutation({
    mutationFn: () => {
      const body = { ...head, lineCount: lines.length, totalFen, lines: [...lines] };
      return answer(client.POST('/payments', { headers: { 'Idempotency-Key': key }, body }));
    },
    onSuccess: async ({ paymentId }) => {
      await cache.invalidateQueries({ queryKey: ['payments'] });
      await go(`/payments/${paymentId}`);
    },
  });
  return (
    <Page
      title={t('payments.request.title')}
      lead={t('payments.request.lead')}
      above={
        <Link to="/payments" className="payment-back">
          <Icon name="back" />
          {t('payments.title')}
        </Link>
      }
    >
      <form
        id="payment-request"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <RequestHead
          head={head}
          onChange={(said) => {
            setTyped({ ...typed, ...said });
            setKey(randomKey());
          }}
        />
      </form>
      <Section title={t('payments.lines')} note={t('payments.request.linesNote')}>
        <PasteLines onRead={(read) => change([...lines, ...read])} />
        <LineForm onAdd={(line) => change([...lines, line])} />
        <AskedLines
          lines={lines}
          onRemove={(place) => change(lines.filter((_, at) => at !== place))}
        />
      </Section>
      {ask.error && <ProblemPanel problem={ask.error} />}
      <div className="payment-bar">
        <p className="payment-next">
          {t('payments.count', { count: lines.length })} · <Money fen={totalFen} />{' '}
          {t('payments.yuan')}
        </p>
        <div className="payment-buttons">
          <button
            type="submit"
            form="payment-request"
            className="button button-main"
            disabled={ask.isPending || lines.length === 0}
          >
            {t('payments.request.do')}
          </button>
        </div>
      </div>
    </Page>
  );
}
