import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../settlements/fen.ts';
import type { AssetSurplus } from '../shapes.ts';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';
import { Money } from '../ui/money.tsx';
import { CLASSES, OWNERSHIPS } from './asset-actions.ts';

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
      fields={[
        { name: 'assetNo', label: t('assets.no'), as: 'text', maxLength: 40 },
        { name: 'assetName', label: t('assets.name'), as: 'text' },
        {
          name: 'assetClass',
          label: t('assets.class'),
          as: 'choice',
          first: CLASSES[0],
          choices: CLASSES.map((one) => [one, t(`assetClass.${one}`)]),
        },
        {
          name: 'ownership',
          label: t('assets.ownership'),
          as: 'choice',
          first: OWNERSHIPS[0],
          choices: OWNERSHIPS.map((one) => [one, t(`assetOwnership.${one}`)]),
        },
        { name: 'amount', label: t('assets.surplus.value'), as: 'amount' },
        {
          name: 'lifeMonths',
          label: t('assets.lifeMonths'),
          as: 'count',
          first: '72',
          note: t('assets.leastLife'),
        },
        { name: 'place', label: t('assets.field.place'), as: 'text' },
      ]}
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
