import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { FormDialog, type FormField, type FormValues } from '../ui/form-dialog.tsx';

export type UnionActName = 'depreciate' | 'openCount';

interface Props {
  name: UnionActName;
  unionId: string;
  onClose: () => void;
}

/** What is done to all cards of a union at once. */
export function UnionDialog({ name, unionId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const fields: Record<UnionActName, FormField> = {
    depreciate: {
      name: 'month',
      label: t('assets.month'),
      as: 'month',
      first: today().slice(0, 7),
    },
    openCount: { name: 'countedOn', label: t('assets.countedOn'), as: 'past', first: today() },
  };
  return (
    <FormDialog
      title={t(`assets.${name}.title`)}
      follows={t(`assets.${name}.follows`)}
      does={t(`assets.${name}.do`)}
      fields={[fields[name]]}
      send={(values, key) => send(name, unionId, values, key)}
      stale={[['assets']]}
      onClose={onClose}
    />
  );
}

function send(
  name: UnionActName,
  unionId: string,
  { month = '', countedOn = '' }: FormValues,
  key: string,
): Promise<unknown> {
  const headers = { 'Idempotency-Key': key };
  return name === 'depreciate'
    ? answer(client.POST('/asset-depreciations', { headers, body: { unionId, month } }))
    : answer(client.POST('/asset-counts', { headers, body: { unionId, countedOn } }));
}
