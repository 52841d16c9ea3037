import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, randomKey } from '../client.ts';
import { today } from '../dates.ts';
import { UnionSelect } from '../ui/union-select.tsx';
import { queries } from '../queries.ts';
import { Icon } from '../ui/icons.tsx';
import { Empty, Page } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { useUrl } from '../url.ts';
import { Poster } from './poster.tsx';
import './poster.css';

const usualDays = 30;

/** Makes a signed link for one union and shows it as what hangs on a wall. The link is kept nowhere. */
export default function PosterPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const node = useQuery(queries.node());
  const unionId = read('unionId');
  const [expiresOn, setExpiresOn] = useState(() => daysAhead(usualDays));
  const make = useMutation({
    mutationFn: () => {
      const headers = { 'Idempotency-Key': randomKey() };
      return answer(client.POST('/join-links', { headers, body: { unionId, expiresOn } }));
    },
    gcTime: 0,
  });
  return (
    <Page
      title={t('poster.title')}
      lead={t('poster.lead')}
      tools={
        make.data && (
          <button type="button" className="button button-main" onClick={() => window.print()}>
            <Icon name="print" />
            {t('poster.print')}
          </button>
        )
      }
    >
      <form
        className="filter poster-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (unionId !== '') make.mutate();
        }}
      >
        <div className="field field-wide">
          <label htmlFor="poster-union">{t('poster.union')}</label>
          <UnionSelect
            id="poster-union"
            value={unionId}
            placeholder={t('members.typeUnion')}
            onChange={(chosen) => {
              make.reset();
              patch({ unionId: chosen }, true);
            }}
          />
        </div>
        <div className="field">
          <label htmlFor="poster-expiry">{t('poster.expiresOn')}</label>
          <input
            id="poster-expiry"
            type="date"
            className="input"
            required
            min={today()}
            value={expiresOn}
            onChange={(event) => {
              make.reset();
              setExpiresOn(event.target.value);
            }}
          />
        </div>
        <button
          type="submit"
          className="button button-main poster-make"
          disabled={unionId === '' || make.isPending}
        >
          {t('poster.make')}
        </button>
      </form>
      {make.error && <ProblemPanel problem={make.error} />}
      {make.data ? (
        <>
          <p className="note poster-note">{t('poster.secret')}</p>
          <Poster link={make.data} federation={node.data?.name ?? ''} origin={location.origin} />
        </>
      ) : (
        <Empty title={t('poster.none')}>{t('poster.noneNext')}</Empty>
      )}
    </Page>
  );
}

function daysAhead(days: number): string {
  const day = new Date(today());
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
