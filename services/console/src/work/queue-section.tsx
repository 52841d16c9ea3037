import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { DecidePanel } from './decide-panel.tsx';
import type { Asked } from './decide-panel.tsx';
import { useDeciding } from './deciding.ts';
import { OutcomeList } from './outcome-list.tsx';
import type { Decision, Queue, Waiting } from './queues.ts';
import { WaitingItem } from './waiting-item.tsx';
import { workQueries } from './work-queries.ts';

interface Props {
  kind: string;
  queue: Queue;
}

/** A queue, decided one by one or several at once; made for a thumb first. */
export function QueueSection({ kind, queue }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(workQueries.waiting(kind, queue));
  const deciding = useDeciding(queue);
  const [asked, setAsked] = useState<Asked>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const waiting = query.data?.pages.flatMap((page) => page.items) ?? [];
  const marked = waiting.filter(({ id }) => chosen.has(id));
  const busy = deciding.left > 0;
  const ask = (items: readonly Waiting[], decision: Decision): void =>
    setAsked({ items, decision });
  const mark = (id: string, on: boolean): void =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));

  return (
    <>
      <OutcomeList outcomes={deciding.outcomes} left={deciding.left} />
      <Loaded query={{ ...query, isPlaceholderData: false }} lines={8}>
        {() =>
          waiting.length === 0 ? (
            <Empty title={t('work.queueEmpty')}>
              <Link to="/work">{t('work.toQueues')}</Link>
            </Empty>
          ) : (
            <>
              <ul className="waiting-list">
                {waiting.map((item) => (
                  <WaitingItem
                    key={item.id}
                    item={item}
                    chosen={chosen.has(item.id)}
                    busy={busy}
                    canTurnDown={queue.turnDown !== undefined}
                    onChoose={(on) => mark(item.id, on)}
                    onAsk={(decision) => ask([item], decision)}
                  />
                ))}
              </ul>
              <MoreButton query={query} />
              <div className="bulk" role="group" aria-label={t('work.bulk')}>
                <label className="bulk-all">
                  <input
                    type="checkbox"
                    checked={marked.length === waiting.length}
                    onChange={({ target }) =>
                      setChosen(new Set(target.checked ? waiting.map(({ id }) => id) : []))
                    }
                  />
                  {t('work.chosen', { chosen: marked.length, all: waiting.length })}
                </label>
                {marked.length > 0 && queue.turnDown && (
                  <button
                    type="button"
                    className="button"
                    disabled={busy}
                    onClick={() => ask(marked, 'turnDown')}
                  >
                    {t('work.turnDownAll')}
                  </button>
                )}
                {marked.length > 0 && (
                  <button
                    type="button"
                    className="button button-main"
                    disabled={busy}
                    onClick={() => ask(marked, 'approve')}
                  >
                    {t('work.approveAll')}
                  </button>
                )}
              </div>
            </>
          )
        }
      </Loaded>
      <DecidePanel
        key={asked?.decision}
        asked={asked}
        queue={queue}
        onClose={() => setAsked(undefined)}
        onDecide={({ items, decision }, said) => {
          setAsked(undefined);
          setChosen(new Set());
          void deciding.decide(items, decision, said);
        }}
      />
    </>
  );
}
