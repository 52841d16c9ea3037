// What a person chose about the screen itself; the only thing the console keeps in the browser.
import { useSyncExternalStore } from 'react';

export interface Preferences {
  language: 'zh-CN' | 'en';
  largeType: boolean;
  compactNumbers: boolean;
  menuFolded: boolean;
}

const key = 'gonglian.preferences';
const listeners = new Set<() => void>();
let current = load();

export function preferences(): Preferences {
  return current;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(key, JSON.stringify(current));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function load(): Preferences {
  const kept = read();
  return {
    language: kept['language'] === 'en' ? 'en' : 'zh-CN',
    largeType: kept['largeType'] === true,
    compactNumbers: kept['compactNumbers'] === true,
    menuFolded: kept['menuFolded'] === true,
  };
}

function read(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
