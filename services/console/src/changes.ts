// Follows the gateway's stream of changes and lets what is on screen be fetched again.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { root } from './client.ts';
import { queries } from './queries.ts';

const pauseMs = 1_500;
const refusedPauseMs = 10_000;

/** True while the stream is open. */
export function useChanges(): boolean {
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastMs = 0;
    const refresh = (): void => {
      timer = undefined;
      lastMs = Date.now();
      void cache.invalidateQueries({ queryKey: ['live'], refetchType: 'active' });
    };
    // A bulk import makes thousands of changes; one refresh speaks for all of a pause.
    const onChange = (): void => {
      timer ??= setTimeout(refresh, Math.max(200, lastMs + pauseMs - Date.now()));
    };

    let again: ReturnType<typeof setTimeout> | undefined;
    const listen = (): EventSource => {
      const stream = new EventSource(`${root}/changes`);
      stream.addEventListener('open', () => {
        setOpen(true);
        // What changed while nobody listened is not said again.
        onChange();
      });
      stream.addEventListener('error', () => {
        setOpen(false);
        // A stream that broke is opened again by the browser; one that was refused is not.
        if (stream.readyState !== EventSource.CLOSED) return;
        again = setTimeout(() => {
          void cache.invalidateQueries({ queryKey: queries.session().queryKey });
          source = listen();
        }, refusedPauseMs);
      });
      stream.addEventListener('cell.changed', onChange);
      return stream;
    };
    let source = listen();
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      source.close();
    };
  }, [cache]);

  return open;
}
