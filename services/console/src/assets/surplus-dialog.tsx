import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../settlements/fen.ts';
import type { AssetSurplus } from '../shapes.ts';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';
import { Money } from '../ui/money.tsx';
import { useThingFields } from './use-thing-fields.ts';

interface Props {
  onAdd: (one: AssetSurplus) => void;
  onClose: () => void;
}

/** What is there and on no card; kept here until the count is finished, and sent with it. */
export function SurplusDialog({ onAdd, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t('assets.surplus.title')}
      follows={t('assets.surplus.follows')}
      does={t('assets.surplus.do')}
      fields={useThingFields(t('assets.surplus.value'))}
      send={async (values) => onAdd(surplusOf(values))}
      stale={[]}
      onClose={onClose}
    />
  );
}

function surplusOf({ amount = '', lifeMonths = '', ...values }: FormValues): AssetSurplus {
  const { assetNo = '', assetName = '', assetClass = '', ownership = '', place = '' } = values;
  const said = { assetNo, assetName, assetClass, ownership, place };
  return { ...said, valueFen: fenOf(amount), lifeMonths: Number(lifeMonths) };
}

export function SurplusList({ items }: { items: readonly AssetSurplus[] }): ReactElement | null {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <ul className="asset-differences">
      {items.map((one) => (
        <li key={one.assetNo}>
          {t('assetCountResult.SURPLUS')} · {one.assetNo} {one.assetName} · {one.place} ·{' '}
          <Money fen={one.valueFen} />
        </li>
      ))}
    </ul>
  );
}
