import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, randomKey } from '../client.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import type { MyRecord } from '../shapes.ts';
import { myQueries } from './my-queries.ts';

interface Props {
  record: MyRecord;
  onClose: () => void;
}

const fields = ['name', 'phone'] as const;

/** The union decides; a document number is corrected with the document in hand, so it is not among these. */
export function AskCorrection({ record, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const id = useId();
  const [asked, setAsked] = useState({ field: 'phone', value: '', explanation: '' });
  const [key, setKey] = useState(randomKey);
  const set = (change: Partial<typeof asked>): void => {
    setAsked({ ...asked, ...change });
    setKey(randomKey());
  };
  const ask = useMutation({
    mutationFn: () => {
      const headers = { 'Idempotency-Key': key };
      return answer(client.POST('/me/corrections', { headers, body: asked }));
    },
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries(myQueries.record());
    },
  });
  const present = asked.field === 'name' ? record.name : record.phone;
  return (
    <AskDialog title={t('my.askCorrection')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <p className="consequence">{t('my.correctionFollows', { union: record.unionName })}</p>
        <fieldset className="choices">
          <legend>{t('corrections.field')}</legend>
          {fields.map((field) => (
            <label key={field}>
              <input
                type="radio"
                name={`${id}-field`}
                checked={asked.field === field}
                onChange={() => set({ field, value: '' })}
              />
              {t(`reveal.field.${field}`)}
            </label>
          ))}
        </fieldset>
        <p className="note">{t('my.now', { value: present })}</p>
        <div className="field">
          <label htmlFor={`${id}-value`}>{t('corrections.value')}</label>
          <input
            id={`${id}-value`}
            className="input"
            type={asked.field === 'phone' ? 'tel' : 'text'}
            required
            maxLength={80}
            value={asked.value}
            onChange={(event) => set({ value: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-why`}>{t('corrections.explanation')}</label>
          <textarea
            id={`${id}-why`}
            className="input"
            required
            rows={2}
            maxLength={200}
            value={asked.explanation}
            onChange={(event) => set({ explanation: event.target.value })}
          />
        </div>
        <AskFoot error={ask.error} disabled={ask.isPending} onClose={onClose}>
          {t('my.send')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
