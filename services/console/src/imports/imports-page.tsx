import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../ui/page.tsx';
import { BeginImport } from './begin-import.tsx';
import { ImportList } from './import-list.tsx';
import { ImportWizard } from './import-wizard.tsx';
import './imports.css';
import { useMayImport } from './may-import.ts';

/** `/imports` lists them, `/imports/new` begins one, and each has its own address to come back to. */
export default function ImportsPage(): ReactElement {
  const { t } = useTranslation();
  const { importId = '' } = useParams();
  const mayImport = useMayImport();
  if (importId === 'new') return <BeginImport />;
  if (importId !== '') return <ImportWizard key={importId} importId={importId} />;
  return (
    <Page
      title={t('imports.title')}
      lead={t('imports.lead')}
      tools={
        mayImport && (
          <Link className="button button-main" to="/imports/new">
            {t('imports.begin')}
          </Link>
        )
      }
    >
      <ImportList />
    </Page>
  );
}
