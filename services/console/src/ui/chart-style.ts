// Colours and type of the charts; the same values as the style sheet's.
import { preferences } from '../preferences.ts';

export const ink = { accent: '#a1231a', own: '#46606b', line: '#e4dbce', text: '#574e45' } as const;

export function fontSize(): number {
  return preferences().largeType ? 15 : 12;
}

export function text(): { color: string; fontSize: number; fontFamily: string } {
  return { color: ink.text, fontSize: fontSize(), fontFamily: 'inherit' };
}
