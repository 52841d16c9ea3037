import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import type { WorkingPaper } from '../shapes.ts';
import { Empty } from '../ui/page.tsx';
import { useWho } from '../ui/use-who.ts';

/** What was looked at, how, and what followed from it. */
export function Papers({ papers }: { papers: readonly WorkingPaper[] }): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  if (papers.length === 0)
    return <Empty title={t('audits.noPapers')}>{t('audits.noPapersNext')}</Empty>;
  return (
    <ol className="finding-steps">
      {papers.map((paper) => (
        <li key={paper.paperId}>
          <strong>{paper.title}</strong>{' '}
          <span className="quiet">
            {moment(paper.madeAt)} · {who(paper.madeBy)}
          </span>
          <p>{paper.auditProcedure}</p>
          <p>{paper.conclusion}</p>
        </li>
      ))}
    </ol>
  );
}
