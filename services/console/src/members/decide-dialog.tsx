import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { randomKey } from '../client.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';

interface Props {
  title: string;
  /** What follows from the click. */
  follows: string;
  action: string;
  withReason: boolean;
  send: (reason: string, key: string) => Promise<unknown>;
  onClose: () => void;
}

/** A yes or no, its consequence named, with a reason where it is a no. */
export function DecideDialog(props: Props): ReactElement {
  const { title, follows, action, withReason, send, onClose } = props;
  const { t } = useTranslation();
  const cache = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(randomKey);
  const decide = useMutation({
    mutationFn: () => send(reason.trim(), key),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: ['live'] });
    },
  });
  return (
    <AskDialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          decide.mutate();
        }}
      >
        <p className="consequence">{follows}</p>
        {withReason && (
          <div className="field">
            <label htmlFor={id}>{t('members.reason')}</label>
            <textarea
              id={id}
              className="input"
              required
              rows={2}
              maxLength={200}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setKey(randomKey());
              }}
            />
          </div>
        )}
        <AskFoot error={decide.error} disabled={decide.isPending} onClose={onClose}>
          {action}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
