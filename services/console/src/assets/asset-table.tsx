import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { AssetState } from './asset-state.tsx';

interface Props {
  items: readonly Asset[];
  onOpen: (assetId: string) => void;
}

const amounts = ['valueFen', 'depreciatedFen', 'netFen'] as const;

export function AssetTable({ items, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <TableFrame label={t('assets.cards')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('assets.name')}</th>
          <th scope="col">{t('assets.class')}</th>
          <th scope="col">{t('assets.placed')}</th>
          {amounts.map((name) => (
            <th key={name} scope="col" className="number">
              {t(`assets.${name}`)}
            </th>
          ))}
          <th scope="col">{t('assets.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((asset) => (
          <tr key={asset.assetId}>
            <th scope="row">
              <button type="button" className="traced opens" onClick={() => onOpen(asset.assetId)}>
                {asset.assetName}
              </button>{' '}
              <span className="account-part">{asset.assetNo}</span>
            </th>
            <td data-label={t('assets.class')}>{label('assetClass', asset.assetClass)}</td>
            <td data-label={t('assets.placed')}>
              {asset.place}
              {asset.custodianMasked !== '' && ` · ${asset.custodianMasked}`}
            </td>
            {amounts.map((name) => (
              <td key={name} className="number" data-label={t(`assets.${name}`)}>
                <Money fen={asset[name]} />
              </td>
            ))}
            <td data-label={t('assets.state')}>
              <AssetState state={asset.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
