import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import type { Asset } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWho } from '../ui/use-who.ts';
import { offers, type AssetActionName } from './asset-actions.ts';
import { AssetDialog } from './asset-dialog.tsx';
import { AssetState } from './asset-state.tsx';

interface Props {
  asset: Asset | undefined;
  onClose: () => void;
}

/** A card, whole, with what may be done about it. */
export function AssetPanel({ asset, onClose }: Props): ReactElement {
  return (
    <SidePanel open={asset !== undefined} title={asset?.assetName ?? ''} onClose={onClose}>
      {asset && <Card asset={asset} />}
    </SidePanel>
  );
}

function Card({ asset }: { asset: Asset }): ReactElement {
  const { t } = useTranslation();
  const session = useQuery(queries.session()).data;
  const [asked, setAsked] = useState<AssetActionName>();
  const reader = { duty: session?.duty?.duty ?? '', accountId: session?.accountId ?? '' };
  const offered = offers(asset, reader);
  return (
    <>
      <CardFacts asset={asset} />
      {asset.paymentId !== '' && (
        <p>
          <Link to={`/payments/${asset.paymentId}`}>{t('assets.payment')}</Link>
        </p>
      )}
      <div className="asset-acts">
        {offered.map((name) => (
          <button key={name} type="button" className="button" onClick={() => setAsked(name)}>
            {t(`assets.act.${name}.do`)}
          </button>
        ))}
      </div>
      {asked && <AssetDialog name={asked} asset={asset} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function CardFacts({ asset }: { asset: Asset }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const whom = (account: string) => account && who(account);
  const words = (group: string, code: string) => code && label(group, code);
  return (
    <Facts
      of={[
        [t('assets.no'), asset.assetNo],
        [t('assets.state'), <AssetState key="state" state={asset.state} />],
        [t('assets.class'), label('assetClass', asset.assetClass)],
        [t('assets.ownership'), label('assetOwnership', asset.ownership)],
        [t('assets.field.place'), asset.place],
        [t('assets.field.custodian'), asset.custodianMasked],
        [t('assets.field.usage'), asset.usage],
        [t('assets.addedOn'), asset.addedOn],
        [t('assets.life'), t('assets.months', { count: asset.lifeMonths })],
        [t('assets.valueFen'), <Money key="value" fen={asset.valueFen} />],
        [t('assets.monthlyFen'), <Money key="monthly" fen={asset.monthlyFen} />],
        [t('assets.depreciatedFen'), <Money key="down" fen={asset.depreciatedFen} />],
        [t('assets.netFen'), <Money key="net" fen={asset.netFen} />],
        [t('assets.field.documentNo'), asset.documentNo],
        [t('assets.voucher'), asset.voucherNo === '0' ? '' : asset.voucherNo],
        [t('assets.registeredBy'), whom(asset.registeredBy)],
        [t('assets.approvedBy'), whom(asset.approvedBy)],
        [t('assets.field.disposalKind'), words('assetDisposal', asset.disposalKind)],
        [t('assets.field.reason'), asset.disposalReason],
        [t('assets.disposalBy'), whom(asset.disposalBy)],
        [t('assets.field.disposedOn'), asset.disposedOn],
      ]}
    />
  );
}
