// Decides one thing after another, so that each has an answer of its own.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { randomKey } from '../client.ts';
import type { Decision, Queue, Said, Waiting } from './queues.ts';

export interface Outcome {
  item: Waiting;
  decision: Decision;
  /** Undefined where it was done. */
  problem?: unknown;
}

export interface Deciding {
  outcomes: readonly Outcome[];
  /** How many are still to be decided; 0: it is over. */
  left: number;
  decide: (items: readonly Waiting[], decision: Decision, said: Said) => Promise<void>;
}

export function useDeciding(queue: Queue): Deciding {
  const cache = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [left, setLeft] = useState(0);

  const send = async (item: Waiting, decision: Decision, said: Said): Promise<Outcome> => {
    const act = queue[decision];
    const meant = JSON.stringify([item.id, item.version, decision, said]);
    const key = keys.current.get(meant) ?? randomKey();
    keys.current.set(meant, key);
    try {
      await act?.(item, said, { 'Idempotency-Key': key });
      return { item, decision };
    } catch (problem) {
      return { item, decision, problem };
    }
  };
  const decide: Deciding['decide'] = async (items, decision, said) => {
    setOutcomes([]);
    for (const [at, item] of items.entries()) {
      setLeft(items.length - at);
      const outcome = await send(item, decision, said);
      setOutcomes((before) => [...before, outcome]);
    }
    setLeft(0);
    await cache.invalidateQueries({ queryKey: ['live'] });
  };
  return { outcomes, left, decide };
}
