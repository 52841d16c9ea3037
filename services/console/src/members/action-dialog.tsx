import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { randomKey } from '../client.ts';
import type { Member } from '../shapes.ts';
import { ActionField } from './action-field.tsx';
import { actions, fieldsOf, firstValues } from './actions.ts';
import type { Action, ActionName } from './actions.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';

interface Props {
  name: ActionName;
  member: Member;
  onClose: () => void;
  onDone: (name: ActionName) => void;
}

/** Says what follows before it asks for the click that makes it follow. */
export function ActionDialog({ name, member, onClose, onDone }: Props): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [values, setValues] = useState(() => firstValues(name));
  // Until something else is asked, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const action: Action = actions[name];
  const act = useMutation({
    mutationFn: () => action.send(member, values, key),
    onSuccess: async () => {
      onDone(name);
      await cache.invalidateQueries({ queryKey: ['live'] });
    },
  });
  const who = { name: member.name || member.nameMasked, union: member.unionName };
  return (
    <AskDialog title={t(`memberAction.${name}.title`, who)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <p className={action.grave ? 'consequence consequence-grave' : 'consequence'}>
          {t(`memberAction.${name}.follows`, who)}
        </p>
        {fieldsOf(name, values).map((field) => (
          <ActionField
            key={field.name}
            field={field}
            label={t(`memberAction.field.${field.name}`)}
            value={values[field.name] ?? ''}
            onChange={(value) => {
              setValues({ ...values, [field.name]: value });
              setKey(randomKey());
            }}
          />
        ))}
        <AskFoot error={act.error} disabled={act.isPending} onClose={onClose}>
          {t(`memberAction.${name}.do`)}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
