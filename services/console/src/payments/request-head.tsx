import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../ui/labels.ts';
import { UnionSelect } from '../ui/union-select.tsx';
import { paymentQueries } from './payments-queries.ts';

export interface Head {
  unionId: string;
  bank: string;
  accountCode: string;
  purposeCode: string;
  title: string;
  dueOn: string;
}

/** The purposes that the node's policy knows (services/finance/src/spending-policy.ts). */
const purposes = [
  'RELIEF',
  'SEND_WARMTH',
  'MUTUAL_AID',
  'HOSPITAL',
  'MEMBER_DEATH',
  'RELATIVE_DEATH',
  'STUDY_AWARD',
  'FESTIVAL_SPRING',
  'FESTIVAL',
  'BIRTHDAY',
  'MARRIAGE_OR_BIRTH',
  'RETIREMENT',
  'HONOUR',
  'ACTIVITY',
  'TRAINING',
  'OPERATIONS',
] as const;

interface Props {
  head: Head;
  onChange: (change: Partial<Head>) => void;
}

/** Who pays, from which account, for what. */
export function RequestHead({ head, onChange }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const accounts = useQuery(paymentQueries.accounts()).data ?? [];
  const banks = useQuery(paymentQueries.banks(head.unionId)).data ?? [];
  return (
    <div className="filter payment-head">
      <div className="field field-wide">
        <label htmlFor="pay-title">{t('payments.request.name')}</label>
        <input
          id="pay-title"
          className="input"
          required
          maxLength={100}
          value={head.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </div>
      <div className="field field-wide">
        <label htmlFor="pay-union">{t('payments.union')}</label>
        <UnionSelect
          id="pay-union"
          value={head.unionId}
          placeholder={t('payments.union')}
          onChange={(unionId) => onChange({ unionId, bank: '' })}
        />
      </div>
      <Choice
        id="pay-bank"
        label={t('payments.bank')}
        value={head.bank}
        options={banks.map(({ bank, accountMasked }) => [bank, `${bank} · ${accountMasked}`])}
        onChange={(bank) => onChange({ bank })}
      />
      <Choice
        id="pay-purpose"
        label={t('payments.purpose')}
        value={head.purposeCode}
        options={purposes.map((code) => [code, label('spendingPurpose', code)])}
        onChange={(purposeCode) => onChange({ purposeCode })}
      />
      <Choice
        id="pay-account"
        label={t('payments.account')}
        value={head.accountCode}
        options={accounts.map(({ code, nameZh, nameEn }) => [
          code,
          `${code} ${i18n.language === 'en' ? nameEn : nameZh}`,
        ])}
        onChange={(accountCode) => onChange({ accountCode })}
      />
      <div className="field">
        <label htmlFor="pay-due">{t('payments.dueOn')}</label>
        <input
          id="pay-due"
          className="input"
          type="date"
          value={head.dueOn}
          onChange={({ target }) => onChange({ dueOn: target.value })}
        />
      </div>
    </div>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChange: (value: string) => void;
}

function Choice({ id, label, value, options, onChange }: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="field field-wide">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        required
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t('payments.request.choose')}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
