import type { ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { paymentQueries } from '../payments/payments-queries.ts';
import { fenOf } from '../settlements/fen.ts';
import { FormDialog, type FormField, type FormValues } from '../ui/form-dialog.tsx';
import { useThingFields } from './use-thing-fields.ts';

interface Props {
  unionId: string;
  onClose: () => void;
}

const ways = ['taken', 'bought'] as const;
const bought = ({ way }: FormValues) => way === 'bought';
const taken = ({ way }: FormValues) => way !== 'bought';

/** Bought, and so also a payment to be signed; or taken over, and so only agreed to. */
export function RegisterDialog({ unionId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t('assets.register.title')}
      follows={t('assets.register.follows')}
      does={t('assets.register.do')}
      fields={[...useThing(), ...usePurchase(unionId)]}
      send={(values, key) => register(unionId, values, key)}
      stale={[['assets'], ['payments'], ['live', 'work', 'tasks']]}
      onClose={onClose}
    />
  );
}

function useThing(): FormField[] {
  const { t } = useTranslation();
  return [
    {
      name: 'way',
      label: t('assets.register.way'),
      as: 'choice',
      first: ways[0],
      choices: ways.map((one) => [one, t(`assets.register.ways.${one}`)]),
    },
    ...useThingFields(t('assets.valueFen')),
    { name: 'custodian', label: t('assets.field.custodian'), as: 'text', maxLength: 60 },
    { name: 'usage', label: t('assets.field.usage'), as: 'text' },
    { name: 'documentNo', label: t('assets.field.documentNo'), as: 'text', maxLength: 100 },
    { name: 'addedOn', label: t('assets.addedOn'), as: 'past', first: today(), when: taken },
  ];
}

function usePurchase(unionId: string): FormField[] {
  const { t } = useTranslation();
  const banks = useQuery(paymentQueries.banks(unionId)).data ?? [];
  const sources = ['union', 'fiscal'] as const;
  return [
    {
      name: 'bank',
      label: t('assets.register.bank'),
      as: 'choice',
      first: banks[0]?.bank ?? '',
      choices: banks.map(({ bank, accountMasked }) => [bank, `${bank} · ${accountMasked}`]),
      when: bought,
    },
    {
      name: 'sourceCode',
      label: t('budget.source'),
      as: 'choice',
      first: sources[0],
      choices: sources.map((one) => [one, t(`budgetSource.${one}`)]),
      when: bought,
    },
    {
      name: 'projectCode',
      label: t('budget.project'),
      as: 'text',
      maxLength: 40,
      optional: true,
      when: bought,
    },
    {
      name: 'payeeName',
      label: t('assets.register.payee'),
      as: 'text',
      maxLength: 60,
      when: bought,
    },
    {
      name: 'accountNumber',
      label: t('assets.register.account'),
      as: 'text',
      maxLength: 30,
      when: bought,
    },
    {
      name: 'bankCode',
      label: t('assets.register.bankCode'),
      as: 'text',
      maxLength: 12,
      when: bought,
    },
  ];
}

function register(unionId: string, values: FormValues, key: string): Promise<unknown> {
  const { amount = '', lifeMonths = '', addedOn = '' } = values;
  const of = (name: string) => values[name] ?? '';
  const purchase = {
    bank: of('bank'),
    projectCode: of('projectCode'),
    sourceCode: of('sourceCode'),
    payeeName: of('payeeName'),
    accountNumber: of('accountNumber'),
    bankCode: of('bankCode'),
  };
  const body = {
    unionId,
    assetNo: of('assetNo'),
    assetClass: of('assetClass'),
    assetName: of('assetName'),
    place: of('place'),
    custodian: of('custodian'),
    usage: of('usage'),
    ownership: of('ownership'),
    valueFen: fenOf(amount),
    lifeMonths: Number(lifeMonths),
    documentNo: of('documentNo'),
    ...(bought(values) ? { addedOn: '', purchase } : { addedOn }),
  };
  return answer(client.POST('/assets', { headers: { 'Idempotency-Key': key }, body }));
}
