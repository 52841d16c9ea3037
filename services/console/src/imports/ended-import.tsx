import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/icons.tsx';
import { Empty } from '../ui/page.tsx';
import { useCauseWords } from './cause-words.ts';
import type { Import } from './import-state.ts';
import { useMayImport } from './may-import.ts';

/** Given up, by a person or because the file cannot be read; nobody has joined. */
export function EndedImport({ job }: { job: Import }): ReactElement {
  const { t } = useTranslation();
  const { title, remedy } = useCauseWords()(job.failure);
  const mayImport = useMayImport();
  const again = mayImport && (
    <Link className="button" to={`/imports/new?unionId=${job.unionId}&joinedOn=${job.joinedOn}`}>
      {t('imports.another')}
    </Link>
  );
  if (job.state === 'CANCELLED') {
    return (
      <Empty title={t('imports.cancelled')}>
        <p>{t('imports.nothingKept')}</p>
        {again}
      </Empty>
    );
  }
  return (
    <>
      <div className="problem" role="alert">
        <Icon name="warning" />
        <div>
          <p className="problem-title">{t('imports.failed')}</p>
          <p>{title}</p>
          {remedy !== '' && <p>{remedy}</p>}
          <p className="problem-facts">
            <code>{job.failure}</code>
          </p>
        </div>
      </div>
      <p>{t('imports.nothingKept')}</p>
      {again}
    </>
  );
}
