// The URL holds what a screen shows, so that a link, a reload and the back button all agree.
import { useSearchParams } from 'react-router';

export type Change = Record<string, string | undefined>;

export function useUrl(): [(name: string) => string, (change: Change, replace?: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const read = (name: string): string => params.get(name) ?? '';
  const patch = (change: Change, replace = false): void => {
    setParams((now) => merged(now, change), { replace, preventScrollReset: true });
  };
  return [read, patch];
}

export function merged(now: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(now);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
