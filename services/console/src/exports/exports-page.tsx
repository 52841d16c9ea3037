import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { Page, Section } from '../ui/page.tsx';
import { ExportForm } from './export-form.tsx';
import { ExportList } from './export-list.tsx';
import './exports.css';

export default function ExportsPage(): ReactElement {
  const { t } = useTranslation();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  return (
    <Page title={t('exports.title')} lead={t('exports.lead')}>
      <Section title={t('exports.whyTwo')}>
        <p className="export-why">{t('exports.whyTwoText')}</p>
      </Section>
      {['clerk', 'auditor'].includes(duty) && <ExportForm />}
      <Section title={t('exports.list')} note={t('exports.listNote')}>
        <ExportList />
      </Section>
    </Page>
  );
}
