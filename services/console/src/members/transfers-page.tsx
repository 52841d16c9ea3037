import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import type { TransferItem } from '../shapes.ts';
import { DueDate } from './due-date.tsx';
import { memberQueries } from './members-queries.ts';
import { MembersViews } from './members-views.tsx';
import './members.css';
import { StateSelect } from './state-select.tsx';
import { TransferActions } from './transfer-actions.tsx';

const states = ['INITIATED', 'SENDER_CONFIRMED', 'COMPLETED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'];

export default function TransfersPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const state = read('state');
  const query = useInfiniteQuery(memberQueries.transfers(state));
  return (
    <Page title={t('transfers.title')} lead={t('transfers.lead')}>
      <MembersViews />
      <StateSelect
        label={t('transfers.state')}
        any={t('transfers.anyOpen')}
        words="transferState"
        states={states}
        value={state}
        onChange={(chosen) => patch({ state: chosen })}
      />
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return <Empty title={t('transfers.none')}>{t('transfers.noneNext')}</Empty>;
          }
          return (
            <>
              <TableFrame label={t('transfers.title')} className="table-cards">
                <TransferHead />
                <tbody>
                  {items.map((item) => (
                    <TransferRow key={item.transfer.transferId} item={item} />
                  ))}
                </tbody>
              </TableFrame>
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function TransferHead(): ReactElement {
  const { t } = useTranslation();
  const heads = ['from', 'to', 'askedBy', 'effectiveOn', 'state', 'expiresOn'] as const;
  return (
    <thead>
      <tr>
        <th scope="col">{t('members.name')}</th>
        {heads.map((head) => (
          <th key={head} scope="col">
            {t(`transfers.${head}`)}
          </th>
        ))}
        <th scope="col">{t('members.toDo')}</th>
      </tr>
    </thead>
  );
}

function TransferRow({ item }: { item: TransferItem }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { transfer } = item;
  return (
    <tr>
      <th scope="row" className="short">
        <Link className="pick" to={`/members/${transfer.memberId}`}>
          {item.nameMasked}
        </Link>
      </th>
      <td data-label={t('transfers.from')}>{item.fromUnionName}</td>
      <td data-label={t('transfers.to')}>{item.toUnionName}</td>
      <td data-label={t('transfers.askedBy')}>{label('asker', item.askedBy)}</td>
      <td className="date" data-label={t('transfers.effectiveOn')}>
        {transfer.effectiveOn}
      </td>
      <td data-label={t('transfers.state')}>{label('transferState', transfer.state)}</td>
      <td className="date" data-label={t('transfers.expiresOn')}>
        <DueDate on={item.expiresOn} />
      </td>
      <td>
        <TransferActions item={item} />
      </td>
    </tr>
  );
}
