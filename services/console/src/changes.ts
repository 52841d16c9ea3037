// Follows the gateway's stream of changes and lets what is on screen be fetched again.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './api.ts';

const pauseMs = 1_500;

/** True while the stream is open. */
export function useChanges(): boolean {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastMs = 0;
    const refresh = (): void => {
      timer = undefined;
      lastMs = Date.now();
      void client.invalidateQueries({ queryKey: ['live'], refetchType: 'active' });
    };
    // A bulk import makes thousands of changes; one refresh speaks for all of a pause.
    const onChange = (): void => {
      timer ??= setTimeout(refresh, Math.max(200, lastMs + pauseMs - Date.now()));
    };

    const source = new EventSource(api.changesUrl);
    source.addEventListener('open', () => setOpen(true));
    source.addEventListener('error', () => setOpen(false));
    source.addEventListener('message', onChange);
    source.addEventListener('cell.changed', onChange);
    source.addEventListener('changes', onChange);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);

  return open;
}
