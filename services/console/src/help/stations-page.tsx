import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page.tsx';
import { StationFinder } from '../venues/station-finder.tsx';

/** The map and its list as the desk has them; a member reads no file of a venue. */
export default function StationsPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page
      title={t('myHelp.stations.title')}
      lead={t('myHelp.stations.lead')}
      above={<Link to="/help">{t('myHelp.back')}</Link>}
    >
      <StationFinder />
    </Page>
  );
}
