import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import type { HardshipFile } from '../shapes.ts';
import { Section } from '../ui/page.tsx';
import { proposeActs } from './grant-acts.ts';
import { GrantTable } from './grant-table.tsx';
import { hardshipQueries } from './hardship-queries.ts';

/** What this household was given, and what is on its way to it. */
export function FileGrants({ file }: { file: HardshipFile }): ReactElement {
  const { t } = useTranslation();
  const of = { unionId: '', fileId: file.fileId, programme: '', state: '' };
  const query = useInfiniteQuery(hardshipQueries.grants(of));
  return (
    <Section
      title={t('relief.grants')}
      note={t('relief.proposeNote')}
      tools={<Acts acts={proposeActs} record={{ file, personId: '' }} />}
    >
      <GrantTable query={query} ofFile />
    </Section>
  );
}
