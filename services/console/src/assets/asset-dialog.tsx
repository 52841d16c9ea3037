import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import type { Asset } from '../shapes.ts';
import { FormDialog, type FormField } from '../ui/form-dialog.tsx';
import { DISPOSALS, FIELDS_OF, send, type AssetActionName } from './asset-actions.ts';

interface Props {
  name: AssetActionName;
  asset: Asset;
  onClose: () => void;
}

type FieldName = (typeof FIELDS_OF)[AssetActionName][number];

export function AssetDialog({ name, asset, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const fields: Record<FieldName, Omit<FormField, 'name' | 'label'>> = {
    place: { as: 'text', first: asset.place },
    custodian: { as: 'text', optional: true, note: t('assets.custodianStays') },
    usage: { as: 'text', first: asset.usage },
    idle: {
      as: 'choice',
      first: asset.state === 'IDLE' ? 'yes' : 'no',
      choices: (['no', 'yes'] as const).map((one) => [one, t(`assets.idle.${one}`)]),
    },
    disposalKind: {
      as: 'choice',
      first: DISPOSALS[0],
      choices: DISPOSALS.map((one) => [one, t(`assetDisposal.${one}`)]),
    },
    reason: { as: 'text', maxLength: 200 },
    documentNo: { as: 'text', maxLength: 100 },
    disposedOn: { as: 'past', first: today() },
  };
  const named = FIELDS_OF[name].map((field) => {
    return { name: field, label: t(`assets.field.${field}`), ...fields[field] };
  });
  return (
    <FormDialog
      title={t(`assets.act.${name}.title`, { name: asset.assetName })}
      follows={t(`assets.act.${name}.follows`)}
      does={t(`assets.act.${name}.do`)}
      fields={named}
      send={(values, key) => send(name, asset, values, key)}
      stale={[['assets'], ['live', 'work', 'tasks']]}
      onClose={onClose}
    />
  );
}
