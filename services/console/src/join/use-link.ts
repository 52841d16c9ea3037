import { useCallback, useEffect, useState } from 'react';
import { Problem } from '../problem.ts';
import { openLink, type OpenedLink } from './applicant-call.ts';

interface Opening {
  link?: OpenedLink;
  problem?: Problem;
}

/** Opens the link once, and again when asked: on a train the first attempt often fails. */
export function useLink(token: string): Opening & { again: () => void } {
  const [opening, setOpening] = useState<Opening>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    setOpening({});
    openLink(token).then(
      (link) => wanted && setOpening({ link }),
      (error: unknown) => {
        const problem = error instanceof Problem ? error : new Problem(0, { code: 'UNKNOWN' });
        if (wanted) setOpening({ problem });
      },
    );
    return () => {
      wanted = false;
    };
  }, [token, attempt]);
  const again = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...opening, again };
}
