import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { FileList } from './file-list.tsx';
import { FileView } from './file-view.tsx';
import { GrantList } from './grant-list.tsx';
import { HouseholdPage } from './household-page.tsx';
import { Programmes } from './programmes.tsx';
import '../members/members.css';
import '../payments/payments.css';
import './hardship.css';

const VIEWS = { files: FileList, relief: GrantList, programmes: Programmes } as const;
const names = Object.keys(VIEWS) as (keyof typeof VIEWS)[];

/** `/hardship` lists files and relief, `/hardship/new` opens one, and each has its own address. */
export default function HardshipPage(): ReactElement {
  const { fileId = '' } = useParams();
  const [read] = useUrl();
  if (fileId === 'new') return <HouseholdPage fileId={read('file')} />;
  if (fileId !== '') return <FileView key={fileId} fileId={fileId} />;
  return <Lists />;
}

function Lists(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const shown = names.find((name) => name === read('view')) ?? 'files';
  const View = VIEWS[shown];
  return (
    <Page title={t('households.title')} lead={t('household.lead')}>
      <ViewsNav
        label={t('household.views')}
        views={names.map((name) => [name, t(`household.view.${name}`)])}
        shown={shown}
      />
      <View />
    </Page>
  );
}
