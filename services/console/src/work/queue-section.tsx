import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { BulkBar } from './bulk-bar.tsx';
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
              <BulkBar
                chosen={marked.length}
                all={waiting.length}
                busy={busy}
                canTurnDown={queue.turnDown !== undefined}
                onChooseAll={(on) => setChosen(new Set(on ? waiting.map(({ id }) => id) : []))}
                onAsk={(decision) => ask(marked, decision)}
              />
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
