import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { Member, RevealedMember } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { memberQueries } from './members-queries.ts';
import { revealFields, revealReasons } from './revealed.ts';
import type { RevealField } from './revealed.ts';

interface Props {
  member: Member;
  first: RevealField;
  onClose: () => void;
  onShown: (values: RevealedMember) => void;
}

/** Asks for what and why. The member will read both, and who asked. */
export function RevealDialog({ member, first, onClose, onShown }: Props): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const cache = useQueryClient();
  const [fields, setFields] = useState<readonly RevealField[]>([first]);
  const [reasonCode, setReasonCode] = useState('');
  const [reason, setReason] = useState('');
  const { memberId } = member;
  const reveal = useMutation({
    // The answer passes through and is kept by nobody but the page that counts its seconds.
    mutationFn: async () => {
      const body = { fields: [...fields], reasonCode, reason: reason.trim() };
      const params = { path: { memberId } };
      onShown(await answer(client.POST('/members/{memberId}/reveal', { params, body })));
    },
    onSuccess: () => cache.invalidateQueries(memberQueries.access(memberId)),
  });
  return (
    <AskDialog
      title={t('reveal.title', { name: member.name || member.nameMasked })}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reveal.mutate();
        }}
      >
        <p className="consequence">{t('reveal.follows')}</p>
        <fieldset className="choices">
          <legend>{t('reveal.fields')}</legend>
          {revealFields.map((field) => (
            <label key={field}>
              <input
                type="checkbox"
                checked={fields.includes(field)}
                required={fields.length === 0}
                onChange={({ target }) => {
                  const rest = fields.filter((one) => one !== field);
                  setFields(target.checked ? [...rest, field] : rest);
                }}
              />
              {t(`reveal.field.${field}`)}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={`${id}-code`}>{t('reveal.reasonCode')}</label>
          <select
            id={`${id}-code`}
            className="input"
            required
            value={reasonCode}
            onChange={(event) => setReasonCode(event.target.value)}
          >
            <option value="">{t('members.choose')}</option>
            {revealReasons.map((code) => (
              <option key={code} value={code}>
                {t(`revealReason.${code}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-reason`}>{t('reveal.reason')}</label>
          <textarea
            id={`${id}-reason`}
            className="input"
            required
            rows={2}
            minLength={5}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <AskFoot error={reveal.error} disabled={reveal.isPending} onClose={onClose}>
          {t('reveal.do')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
