import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, client, randomKey } from '../client.ts';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Competition } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { Page, Section } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { COMPETITIONS } from './competitions-queries.ts';
import { contentOf, draftOf, emptyDraft, emptyTrade, type DraftForm } from './draft-form.ts';
import { DraftHead } from './draft-head.tsx';
import { DraftTrade } from './draft-trade.tsx';

/** What the union will hold, or which contest of a superior it will join; a draft is written anew as a whole. */
export function DraftPage({ competition }: { competition?: Competition }): ReactElement {
  const { t } = useTranslation();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const [form, setForm] = useState<DraftForm>(() =>
    competition ? draftOf(competition) : emptyDraft(scope, today()),
  );
  // Until something else is typed, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const write = useWrite(competition);
  const change = (part: Partial<DraftForm>): void => {
    setForm({ ...form, ...part });
    setKey(randomKey());
  };
  const back = competition ? `/competitions/${competition.competitionId}` : '/competitions';
  return (
    <Page
      title={t(competition ? 'competitions.amend' : 'competitions.begin')}
      lead={t('competitions.draftLead')}
      above={
        <Link to={back} className="payment-back">
          <Icon name="back" />
          {competition?.name ?? t('competitions.title')}
        </Link>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          write.mutate({ form, key });
        }}
      >
        <DraftHead
          form={form}
          competitionId={competition?.competitionId ?? ''}
          amends={competition !== undefined}
          onChange={change}
        />
        {form.kind !== 'LABOUR' && <Trades form={form} onChange={change} />}
        {write.error && <ProblemPanel problem={write.error} />}
        <div className="payment-bar">
          <p className="payment-next">{t('competitions.draftNext')}</p>
          <div className="payment-buttons">
            <button type="submit" className="button button-main" disabled={write.isPending}>
              {t('competitions.save')}
            </button>
          </div>
        </div>
      </form>
    </Page>
  );
}

interface TradesProps {
  form: DraftForm;
  onChange: (part: Partial<DraftForm>) => void;
}

function Trades({ form, onChange }: TradesProps): ReactElement {
  const { t } = useTranslation();
  const { trades, origin } = form;
  return (
    <Section title={t('competitions.trades')} note={t('competitions.draftTradesNote')}>
      {trades.map((trade, place) => (
        // A trade has no name of its own before it is typed.
        <DraftTrade
          key={place}
          trade={trade}
          number={place + 1}
          scored={origin === 'HELD'}
          onChange={(next) =>
            onChange({ trades: trades.map((one, at) => (at === place ? next : one)) })
          }
          {...(trades.length > 1
            ? { onRemove: () => onChange({ trades: trades.filter((_, at) => at !== place) }) }
            : {})}
        />
      ))}
      <button
        type="button"
        className="button"
        onClick={() => onChange({ trades: [...trades, emptyTrade] })}
      >
        {t('competitions.addTrade')}
      </button>
    </Section>
  );
}

function useWrite(competition: Competition | undefined) {
  const cache = useQueryClient();
  const go = useNavigate();
  return useMutation({
    mutationFn: ({ form, key }: { form: DraftForm; key: string }) => {
      const headers = { 'Idempotency-Key': key };
      const content = contentOf(form);
      if (!competition) {
        const body = { ...content, unionId: form.unionId };
        return answer(client.POST('/competitions', { headers, body }));
      }
      const { competitionId, version: expectedVersion } = competition;
      const params = { path: { competitionId } };
      const body = { ...content, expectedVersion };
      return answer(client.PUT('/competitions/{competitionId}', { params, headers, body }));
    },
    onSuccess: async ({ competitionId }) => {
      await cache.invalidateQueries({ queryKey: COMPETITIONS });
      await go(`/competitions/${competitionId}`);
    },
  });
}
