import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';

export const modes = ['TAX_COLLECT', 'SELF_PAY', 'FISCAL', 'PREP'] as const;

export function ReceiptFilter(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  return (
    <div className="filter">
      <div className="field field-wide">
        <label htmlFor="receipt-union">{t('receipts.union')}</label>
        <UnionSelect
          id="receipt-union"
          value={read('union')}
          placeholder={t('receipts.allUnions')}
          clearable
          onChange={(union) => patch({ union })}
        />
      </div>
      <ChoiceField
        label={t('receipts.mode')}
        value={read('mode')}
        choices={[
          ['', t('receipts.allModes')],
          ...modes.map((mode) => [mode, t(`receiptMode.${mode}`)] as const),
        ]}
        onValue={(mode) => patch({ mode })}
      />
      <YearField
        label={t('receipts.year')}
        all={t('receipts.allYears')}
        value={read('year')}
        onValue={(year) => patch({ year })}
      />
      <TextField
        label={t('receipts.slip')}
        value={read('slip')}
        maxLength={60}
        onValue={(slip) => patch({ slip }, true)}
      />
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="field">
          <label htmlFor={`receipt-${end}`}>{t(`receipts.received.${end}`)}</label>
          <DateField
            id={`receipt-${end}`}
            value={read(end)}
            placeholder={t('receipts.anyDay')}
            clearable
            onChange={(day) => patch({ [end]: day })}
          />
        </div>
      ))}
    </div>
  );
}
