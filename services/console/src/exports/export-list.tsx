import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../client.ts';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import { Chip } from '../ui/chips.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { Facts } from '../ui/facts.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { useWho } from '../ui/use-who.ts';
import { ApproveButton } from './approve-button.tsx';
import { offersOf } from './export-fields.ts';
import type { Export } from './export-fields.ts';
import { exportQueries } from './exports-queries.ts';

export function ExportList(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(exportQueries.list());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }} lines={5}>
      {() =>
        items.length === 0 ? (
          <Empty title={t('exports.none')}>{t('exports.noneNext')}</Empty>
        ) : (
          <>
            <ul className="export-list">
              {items.map((one) => (
                <ExportItem key={one.exportId} one={one} />
              ))}
            </ul>
            <MoreButton query={query} />
          </>
        )
      }
    </Loaded>
  );
}

function ExportItem({ one }: { one: Export }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  return (
    <li className="export">
      <p className="export-head">
        <strong>{one.unionName || t('exports.someUnion')}</strong>
        <StateChip state={one.state} />
        <span className="note">
          <Figure value={one.rows} /> {t('exports.rowsUnit')} · {one.format}
        </span>
      </p>
      <Facts
        of={[
          [t('exports.fields'), one.fields.map((field) => label('exportField', field)).join(' · ')],
          [
            t('exports.memberState'),
            one.memberState === '' ? t('exports.anyState') : label('memberState', one.memberState),
          ],
          [t('exports.reason'), `${label('exportReason', one.reasonCode)} · ${one.reason}`],
          [t('exports.requested'), `${who(one.requestedBy)} · ${moment(one.requestedAt)}`],
          [t('exports.approved'), one.approvedBy && who(one.approvedBy)],
          [t('exports.expires'), moment(one.expiresAt)],
          [t('exports.downloads'), String(one.downloads)],
        ]}
      />
      <Offers one={one} />
    </li>
  );
}

function Offers({ one }: { one: Export }): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const session = useQuery(queries.session()).data;
  const { exportId } = one;
  const reader = { accountId: session?.accountId ?? '', duty: session?.duty?.duty ?? '' };
  const offers = offersOf(one, reader);
  return (
    <>
      {offers.ownWaiting && <p className="note">{t('exports.ownWaits')}</p>}
      {one.state === 'EXPIRED' && <p className="note">{t('exports.expiredNext')}</p>}
      {offers.approve && <ApproveButton one={one} />}
      {offers.download && (
        <DownloadButton
          main
          file={() => {
            const params = { path: { exportId } };
            return client.GET('/exports/{exportId}/file', { params, parseAs: 'blob' });
          }}
          onSaved={() => void cache.invalidateQueries({ queryKey: ['exports'] })}
        >
          {t('exports.download')}
        </DownloadButton>
      )}
    </>
  );
}

function StateChip({ state }: { state: string }): ReactElement {
  const label = useLabels();
  const words = label('exportState', state);
  if (state === 'READY') {
    return (
      <Chip tone="good" icon="check">
        {words}
      </Chip>
    );
  }
  if (state === 'WAITING') {
    return (
      <Chip tone="warn" icon="clock">
        {words}
      </Chip>
    );
  }
  return <Chip>{words}</Chip>;
}
