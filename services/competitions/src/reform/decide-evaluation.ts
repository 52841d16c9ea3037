import { refused } from '@gonglian/kernel/refusal.ts';

interface Item {
  title: string;
  maxScore: number;
  score: number;
}

/** Refused EVALUATOR_IS_MEMBER: whoever has a part in it is no third party; SCORE_ABOVE_MAX, SCORE_ITEM_TWICE. */
export function decideEvaluation(
  { evaluator, scoreItems }: { evaluator: string; scoreItems: readonly Item[] },
  insiders: readonly string[],
): { score: number; maxScore: number } {
  if (insiders.includes(evaluator)) throw refused('EVALUATOR_IS_MEMBER', { evaluator });
  const titles = new Set(scoreItems.map(({ title }) => title));
  if (titles.size < scoreItems.length) throw refused('SCORE_ITEM_TWICE');
  const over = scoreItems.find(({ maxScore, score }) => score > maxScore);
  if (over) throw refused('SCORE_ABOVE_MAX', { title: over.title });
  const sum = (of: 'score' | 'maxScore') => scoreItems.reduce((all, item) => all + item[of], 0);
  return { score: sum('score'), maxScore: sum('maxScore') };
}
