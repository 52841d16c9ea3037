import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { HonourCategory, HonourQuota, HonourRound } from '../shapes.ts';
import { Figure } from '../ui/figure.tsx';
import { Empty } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { HandDownDialog } from './hand-down-dialog.tsx';
import { quotaRows, type QuotaRow } from './quota-rows.ts';
import { useDesk } from './use-honours.ts';

interface Props {
  round: HonourRound;
  category: HonourCategory;
  quotas: readonly HonourQuota[];
}

/** Who has how many places from whom, and what of them is given on, taken and free. */
export function QuotaTree({ round, category, quotas }: Props): ReactElement {
  const { t } = useTranslation();
  const [giver, setGiver] = useState<QuotaRow>();
  const [assigning, setAssigning] = useState(false);
  const { writes, whole } = useDesk();
  const below = useQuery(queries.node()).data?.subordinates ?? [];
  const rows = quotaRows(quotas.filter(({ honourCode }) => honourCode === category.honourCode));
  const gives = writes && category.slateSubmittedOn === '';
  if (rows.length === 0) return <Empty title={t('quotas.none')}>{t('quotas.noneNext')}</Empty>;
  return (
    <>
      <TableFrame label={t('quotas.label')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('quotas.union')}</th>
            {(['places', 'ofSingle', 'handed', 'taken', 'free'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {t(`quotas.${column}`)}
              </th>
            ))}
            {gives && <th scope="col">{t('quotas.give')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.quota.unionId + row.quota.toNode}
              row={row}
              gives={gives}
              onGive={() => setGiver(row)}
            />
          ))}
        </tbody>
      </TableFrame>
      {gives && whole && below.length > 0 && (
        <div className="honour-under">
          <button type="button" className="button" onClick={() => setAssigning(true)}>
            {t('quotas.assign.do')}
          </button>
        </div>
      )}
      {assigning && (
        <AssignDialog round={round} category={category} onClose={() => setAssigning(false)} />
      )}
      {giver && (
        <HandDownDialog
          round={round}
          category={category}
          giver={giver}
          receivers={quotas}
          onClose={() => setGiver(undefined)}
        />
      )}
    </>
  );
}

interface RowProps {
  row: QuotaRow;
  gives: boolean;
  onGive: () => void;
}

function Row({ row, gives, onGive }: RowProps): ReactElement {
  const { t } = useTranslation();
  const { reads } = useDesk();
  const [, patch] = useUrl();
  const { quota, depth, free, freeSingle } = row;
  const { unionName, unionId, takenPlaces, places, singleListed, handedPlaces } = quota;
  return (
    <tr>
      <th scope="row" className={`depth-${Math.min(depth, 2)}`}>
        {quota.toNode === '' ? unionName : t('quotas.node', { node: unionName || quota.toNode })}
        {quota.pooled && <span className="payment-part">{t('quotas.pooled')}</span>}
      </th>
      <td className="number" data-label={t('quotas.places')}>
        <Figure value={places} />
      </td>
      <td className="number" data-label={t('quotas.ofSingle')}>
        <Figure value={singleListed} />
      </td>
      <td className="number" data-label={t('quotas.handed')}>
        <Figure value={handedPlaces} />
      </td>
      <td className="number" data-label={t('quotas.taken')}>
        {reads && takenPlaces > 0 ? (
          <button
            type="button"
            className="pick"
            aria-label={t('slate.show', { of: unionName, count: takenPlaces })}
            onClick={() => {
              patch({ quota: unionId, traits: '', places: '', state: '' });
              document.getElementById('nominations')?.scrollIntoView();
            }}
          >
            <Figure value={takenPlaces} />
          </button>
        ) : (
          <Figure value={takenPlaces} />
        )}
      </td>
      <td className="number" data-label={t('quotas.free')}>
        <Figure value={free} />
        {freeSingle > 0 && (
          <span className="payment-part">{t('quotas.freeSingle', { count: freeSingle })}</span>
        )}
      </td>
      {gives && (
        <td data-label={t('quotas.give')}>
          {quota.toNode === '' && free > 0 && (
            <button
              type="button"
              className="button"
              aria-label={t('quotas.giveOf', { union: unionName })}
              onClick={onGive}
            >
              {t('quotas.handDown.do')}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
