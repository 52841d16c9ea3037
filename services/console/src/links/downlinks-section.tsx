import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import type { Downlink, Verification } from '../shapes.ts';
import { Chip, Freshness } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';

interface Props {
  downlinks: readonly Downlink[];
  verification: Verification | undefined;
}

export function DownlinksSection({ downlinks, verification }: Props): ReactElement {
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
              <th scope="col">{t('links.connection')}</th>
              <th scope="col">{t('rollup.freshness')}</th>
              <th scope="col">{t('links.receivedAt')}</th>
              <th scope="col" className="number">
                {t('links.applied')}
              </th>
              <th scope="col">{t('links.root')}</th>
            </tr>
          </thead>
          <tbody>
            {downlinks.map((link) => (
              <DownlinkRow
                key={link.subordinate}
                link={link}
                root={verification?.subordinateRoots[link.subordinate]}
              />
            ))}
          </tbody>
        </TableFrame>
      )}
    </Section>
  );
}

function DownlinkRow({ link, root }: { link: Downlink; root: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const silent = link.stale || link.receivedAt === '';
  return (
    <tr>
      <th scope="row">{link.name || link.subordinate}</th>
      <td data-label={t('links.code')}>
        <code>{link.subordinate}</code>
      </td>
      <td data-label={t('links.connection')}>
        {silent ? (
          <Chip tone="warn" icon="warning">
            {t('links.silent')}
          </Chip>
        ) : (
          <Chip tone="good" icon="check">
            {t('links.heard')}
          </Chip>
        )}
      </td>
      <td data-label={t('rollup.freshness')}>
        <Freshness receivedAt={link.receivedAt} ageSeconds={link.ageSeconds} stale={silent} />
      </td>
      <td className="date" data-label={t('links.receivedAt')}>
        {moment(link.receivedAt)}
      </td>
      <td className="number" data-label={t('links.applied')}>
        <Figure value={link.appliedPosition} />
      </td>
      <td data-label={t('links.root')}>
        {root ? (
          <code>{root.slice(0, 16)}…</code>
        ) : (
          <span className="quiet">{t('links.askCheck')}</span>
        )}
      </td>
    </tr>
  );
}
