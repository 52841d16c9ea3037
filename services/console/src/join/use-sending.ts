import { useRef, useState } from 'react';
import { randomKey } from '../client.ts';
import { Problem } from '../problem.ts';

interface Sending {
  isSending: boolean;
  problem: Problem | undefined;
  /** What is sent is sent again under its key until it is another. */
  send: (what: object) => void;
}

/** On a slow line the answer may be lost although the application arrived: the key tells that it is the same. */
export function useSending(
  call: (key: string) => Promise<string>,
  onSent: (answer: string) => void,
): Sending {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const last = useRef<{ what: object; key: string }>(undefined);
  const send = (what: object): void => {
    if (isSending) return;
    if (last.current?.what !== what) last.current = { what, key: randomKey() };
    setSending(true);
    setProblem(undefined);
    call(last.current.key).then(onSent, (error: unknown) => {
      setSending(false);
      setProblem(error instanceof Problem ? error : new Problem(0, { code: 'UNKNOWN' }));
    });
  };
  return { isSending, problem, send };
}
