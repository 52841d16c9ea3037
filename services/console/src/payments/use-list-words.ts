import { useLabels } from '../ui/labels.ts';
import type { Words } from './read-lines.ts';

export function useListWords(): Words {
  const label = useLabels();
  return {
    kinds: { PERSON: label('payeeKind', 'PERSON'), UNIT: label('payeeKind', 'UNIT') },
    sources: { union: label('fundSource', 'union'), fiscal: label('fundSource', 'fiscal') },
  };
}
