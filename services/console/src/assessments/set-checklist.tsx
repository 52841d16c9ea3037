import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, randomKey } from '../client.ts';
import { today } from '../dates.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ASSESSMENTS } from './assessments-queries.ts';
import { itemsOf } from './checklist-text.ts';

/** A version is set once, whole. */
export function SetChecklist({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [title, setTitle] = useState('');
  const [validFrom, setValidFrom] = useState(`${today().slice(0, 4)}-01-01`);
  const [documentNo, setDocumentNo] = useState('');
  const [items, setItems] = useState('');
  const set = useMutation({
    mutationFn: () => {
      const body = { title, validFrom, documentNo, items: itemsOf(items) };
      const headers = { 'Idempotency-Key': randomKey() };
      return answer(client.POST('/audit-checklists', { headers, body }));
    },
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: ASSESSMENTS });
    },
  });
  return (
    <AskDialog title={t('assessments.set')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate();
        }}
      >
        <p className="consequence">{t('assessments.setFollows')}</p>
        <TextField label={t('assessments.setTitle')} value={title} required onValue={setTitle} />
        <TextField
          label={t('assessments.validFrom')}
          type="date"
          value={validFrom}
          required
          onValue={setValidFrom}
        />
        <TextField
          label={t('assessments.documentNo')}
          value={documentNo}
          required
          onValue={setDocumentNo}
        />
        <div className="field">
          <label htmlFor="checklist-items">{t('assessments.setItems')}</label>
          <textarea
            id="checklist-items"
            className="input"
            rows={6}
            required
            value={items}
            onChange={({ target }) => setItems(target.value)}
          />
        </div>
        <AskFoot error={set.error} disabled={set.isPending} onClose={onClose}>
          {t('assessments.set')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
