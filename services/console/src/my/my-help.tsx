import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../ui/page.tsx';

/** The way to what a member may ask for; what it says is of its own screen. */
export function MyHelp(): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('help.title')} note={t('help.note')}>
      <Link className="button button-main" to="/help">
        {t('help.open')}
      </Link>
    </Section>
  );
}
