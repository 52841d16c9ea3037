import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { exact } from '../numbers.ts';
import { useLabels } from '../ui/labels.ts';
import type { Import } from './import-state.ts';
import { ProgressLine } from './progress-line.tsx';

/** The node works by itself; nobody has to stay and watch. */
export function WorkingStep({ job }: { job: Import }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const counts = {
    done: exact(job.rowsDone, i18n.language),
    rows: exact(job.rows, i18n.language),
  };
  return (
    <>
      <ProgressLine
        label={label('importWork', job.state)}
        done={job.rowsDone}
        all={job.rows}
        words={job.rows > 0 ? t('imports.rowsDone', counts) : ''}
      />
      <p>{t('imports.mayLeave')}</p>
    </>
  );
}
