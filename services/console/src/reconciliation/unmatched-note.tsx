import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWho } from '../ui/use-who.ts';

interface Props {
  of: { unmatchedOn: string; unmatchedBy: string; unmatchReason: string };
}

/** That a match of the line was taken apart is said wherever the line stands. */
export function UnmatchedNote({ of }: Props): ReactElement | null {
  const { t } = useTranslation();
  const who = useWho();
  if (of.unmatchedOn === '') return null;
  const words = { on: of.unmatchedOn, who: who(of.unmatchedBy), reason: of.unmatchReason };
  return <p className="note">{t('reconciliation.unmatch.done', words)}</p>;
}
