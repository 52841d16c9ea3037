import { useTranslation } from 'react-i18next';
import type { FormField } from '../ui/form-dialog.tsx';
import { CLASSES, OWNERSHIPS } from './asset-actions.ts';

/** What every card says of the thing, whether somebody writes it down or a count comes upon it. */
export function useThingFields(valueLabel: string): FormField[] {
  const { t } = useTranslation();
  return [
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
    { name: 'amount', label: valueLabel, as: 'amount' },
    {
      name: 'lifeMonths',
      label: t('assets.lifeMonths'),
      as: 'count',
      first: '72',
      note: t('assets.leastLife'),
    },
    { name: 'place', label: t('assets.field.place'), as: 'text' },
  ];
}
