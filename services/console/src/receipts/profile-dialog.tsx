import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { yuan } from '../numbers.ts';
import type { SplitProfile } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useValues } from '../ui/use-values.ts';
import { basisPointsOf, missingOf, partNames, type PartName } from './profile-parts.ts';
import { receiptQueries } from './receipts-queries.ts';

interface Props {
  /** What is in force last: where the form begins. */
  last: SplitProfile | undefined;
  onClose: () => void;
}

export function ProfileDialog({ last, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const percentOf = (name: PartName) => (last ? yuan(String(last[name]), 'en') : '');
  const { values, change, key } = useValues({
    effectiveFrom: '',
    documentNo: '',
    grassrootsBp: percentOf('grassrootsBp'),
    countyBp: percentOf('countyBp'),
    cityBp: percentOf('cityBp'),
    provinceBp: percentOf('provinceBp'),
    nationalBp: percentOf('nationalBp'),
  });
  const missing = missingOf(values);
  const set = useSetProfile(onClose);
  return (
    <AskDialog title={t('receipts.setProfile')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ values, key });
        }}
      >
        <p className="consequence">{t('receipts.setProfileFollows')}</p>
        <TextField
          label={t('receipts.effectiveFrom')}
          type="date"
          value={values.effectiveFrom}
          required
          onValue={(effectiveFrom) => change({ effectiveFrom })}
        />
        <div className="profile-parts">
          {partNames.map((name) => (
            <TextField
              key={name}
              label={t('receipts.percentOf', { level: t(`receipts.parts.${name}`) })}
              value={values[name]}
              required
              inputMode="decimal"
              pattern="\d{1,3}(\.\d{1,2})?"
              title={t('receipts.percentForm')}
              onValue={(percent) => change({ [name]: percent })}
            />
          ))}
        </div>
        <p className="note" role="status">
          {missing === 0
            ? t('receipts.sumIsWhole')
            : t(missing > 0 ? 'receipts.sumLacks' : 'receipts.sumExceeds', {
                percent: yuan(String(Math.abs(missing)), i18n.language),
              })}
        </p>
        <TextField
          label={t('receipts.document')}
          value={values.documentNo}
          required
          maxLength={100}
          onValue={(documentNo) => change({ documentNo })}
        />
        <AskFoot error={set.error} disabled={set.isPending || missing !== 0} onClose={onClose}>
          {t('receipts.setProfile')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface Asked {
  values: Readonly<Record<PartName | 'effectiveFrom' | 'documentNo', string>>;
  key: string;
}

function useSetProfile(onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ values, key }: Asked) => {
      const { effectiveFrom, documentNo } = values;
      const part = (name: PartName): number => basisPointsOf(values[name]) ?? 0;
      const body = {
        effectiveFrom,
        documentNo,
        grassrootsBp: part('grassrootsBp'),
        countyBp: part('countyBp'),
        cityBp: part('cityBp'),
        provinceBp: part('provinceBp'),
        nationalBp: part('nationalBp'),
      };
      const headers = { 'Idempotency-Key': key };
      return answer(client.POST('/fund/split-profiles', { headers, body }));
    },
    onSuccess: async () => {
      onDone();
      await cache.invalidateQueries({ queryKey: receiptQueries.profiles().queryKey });
    },
  });
}
