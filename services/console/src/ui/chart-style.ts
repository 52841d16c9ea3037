// Colours and type of the charts; the same values as the style sheet's.
import { preferences } from '../preferences.ts';

export const ink = { accent: '#a1231a', own: '#46606b', line: '#e4dbce', text: '#574e45' } as const;

function fontSize(): number {
  return preferences().largeType ? 15 : 12;
}

/** The family is spelt out: the chart measures words by itself and cannot inherit. */
export function text(): { color: string; fontSize: number; fontFamily: string } {
  const { fontFamily } = getComputedStyle(document.body);
  return { color: ink.text, fontSize: fontSize(), fontFamily };
}
