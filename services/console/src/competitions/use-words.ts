import { useLabels } from '../ui/labels.ts';

type Group =
  | 'competitionState'
  | 'competitionStep'
  | 'competitionNote'
  | 'competitionNext'
  | 'competitionFollows';

/** Words for a state: a labour competition is carried out and evaluated where a contest is scored. */
export function useStateWords(kind: string): (group: Group, code: string) => string {
  const label = useLabels();
  return (group, code) => {
    if (kind !== 'LABOUR') return label(group, code);
    const own = label(`${group}OfLabour`, code);
    return own === code ? label(group, code) : own;
  };
}
