import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, client } from '../client.ts';
import type { Correction } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { DueDate } from './due-date.tsx';
import { memberQueries } from './members-queries.ts';
import { MembersViews } from './members-views.tsx';
import './members.css';
import { StateSelect } from './state-select.tsx';
import { useDuty } from './use-duty.ts';

const settled = ['MADE', 'REFUSED'];

export default function CorrectionsPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const state = read('state');
  const query = useInfiniteQuery(memberQueries.corrections(state || 'ASKED'));
  return (
    <Page title={t('corrections.title')} lead={t('corrections.lead')}>
      <MembersViews />
      <StateSelect
        label={t('corrections.state')}
        any={t('correctionState.ASKED')}
        words="correctionState"
        states={settled}
        value={state}
        onChange={(chosen) => patch({ state: chosen })}
      />
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return <Empty title={t('corrections.none')}>{t('corrections.noneNext')}</Empty>;
          }
          return (
            <>
              <TableFrame label={t('corrections.title')} className="table-cards">
                <CorrectionHead />
                <tbody>
                  {items.map((item) => (
                    <CorrectionRow key={item.correctionId} item={item} />
                  ))}
                </tbody>
              </TableFrame>
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function CorrectionHead(): ReactElement {
  const { t } = useTranslation();
  const heads = ['field', 'value', 'explanation', 'askedOn', 'dueOn'] as const;
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {t(`corrections.${head}`)}
          </th>
        ))}
        <th scope="col">{t('members.toDo')}</th>
      </tr>
    </thead>
  );
}

function CorrectionRow({ item }: { item: Correction }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <tr>
      <th scope="row" className="short">
        <Link className="pick" to={`/members/${item.memberId}`}>
          {label('reveal.field', item.field)}
        </Link>
      </th>
      <td data-label={t('corrections.value')}>
        <code>{item.value}</code>
      </td>
      <td>{item.explanation}</td>
      <td className="date" data-label={t('corrections.askedOn')}>
        {item.askedOn}
      </td>
      <td className="date" data-label={t('corrections.dueOn')}>
        {item.state === 'ASKED' ? <DueDate on={item.dueOn} /> : item.dueOn}
      </td>
      <td>
        <Decide item={item} />
      </td>
    </tr>
  );
}

/** Whoever only reads sees how it was decided. */
function Decide({ item }: { item: Correction }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { isDesk } = useDuty();
  const [asked, setAsked] = useState<'accept' | 'refuse'>();
  if (item.state !== 'ASKED' || !isDesk) {
    return (
      <>
        {label('correctionState', item.state)} {item.reason}
      </>
    );
  }
  const words = { field: label('reveal.field', item.field), value: item.value };
  return (
    <>
      <div className="acts acts-short">
        {(['accept', 'refuse'] as const).map((way) => (
          <button
            key={way}
            type="button"
            className={way === 'accept' ? 'button button-main' : 'button'}
            onClick={() => setAsked(way)}
          >
            {t(`corrections.${way}.do`)}
            <span className="hidden"> {words.field}</span>
          </button>
        ))}
      </div>
      {asked && (
        <DecideDialog
          title={t(`corrections.${asked}.title`, words)}
          follows={t(`corrections.${asked}.follows`, words)}
          action={t(`corrections.${asked}.do`)}
          withReason={asked === 'refuse'}
          send={(reason, key) => decide(item, asked === 'accept', reason, key)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function decide(item: Correction, accept: boolean, reason: string, key: string): Promise<unknown> {
  const { correctionId, version: expectedVersion } = item;
  return answer(
    client.POST('/corrections/{correctionId}/decision', {
      params: { path: { correctionId } },
      headers: { 'Idempotency-Key': key },
      body: { accept, reason, expectedVersion },
    }),
  );
}
