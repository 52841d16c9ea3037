import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Downlink } from '../shapes.ts';
import { Freshness } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { UplinkSection } from './uplink-section.tsx';
import { VerificationSection } from './verification-section.tsx';

export default function LinksPage(): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(queries.links());
  return (
    <Page title={t('links.title')} lead={t('links.lead')}>
      <Loaded query={query} lines={8}>
        {(links) => (
          <>
            <UplinkSection uplink={links.uplink ?? undefined} />
            <DownlinksSection downlinks={links.downlinks ?? []} />
          </>
        )}
      </Loaded>
      <VerificationSection />
    </Page>
  );
}

function DownlinksSection({ downlinks }: { downlinks: readonly Downlink[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('links.down')} note={t('links.downNote')}>
      {downlinks.length === 0 ? (
        <Empty title={t('links.noDown')}>{t('links.noDownNext')}</Empty>
      ) : (
        <TableFrame label={t('links.down')} className="table-cards">
          <thead>
            <tr>
              <th scope="col">{t('links.subordinate')}</th>
              <th scope="col">{t('links.code')}</th>
              <th scope="col">{t('rollup.freshness')}</th>
              <th scope="col">{t('links.receivedAt')}</th>
              <th scope="col" className="number">
                {t('links.applied')}
              </th>
            </tr>
          </thead>
          <tbody>
            {downlinks.map((link) => (
              <tr key={link.subordinate}>
                <th scope="row">{link.name || link.subordinate}</th>
                <td data-label={t('links.code')}>
                  <code>{link.subordinate}</code>
                </td>
                <td>
                  <Freshness
                    receivedAt={link.receivedAt}
                    ageSeconds={link.ageSeconds}
                    stale={link.stale || link.receivedAt === ''}
                  />
                </td>
                <td className="date" data-label={t('links.receivedAt')}>
                  {moment(link.receivedAt)}
                </td>
                <td className="number" data-label={t('links.applied')}>
                  <Figure value={link.appliedPosition} />
                </td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </Section>
  );
}
