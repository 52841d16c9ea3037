import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RECORDS } from '../acts/record-pages.ts';
import type { Words } from '../i18n/setup.ts';
import { FormDialog, type FormField, type FormValues } from '../ui/form-dialog.tsx';

export interface AidAct {
  name: keyof Words['aidAct'];
  /** Leads on, and so stands out. */
  leads?: boolean;
  /** Another person has to: this one took the step that it checks. */
  barred?: boolean;
  fields?: readonly FormField[];
  send: (values: FormValues, key: string) => Promise<unknown>;
}

/** The buttons of what may be done now, and the dialog of the one that was pressed. */
export function AidActs({ acts }: { acts: readonly AidAct[] }): ReactElement | null {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<AidAct['name']>();
  const act = acts.find(({ name }) => name === asked);
  const barred = acts.filter((one) => one.barred);
  if (acts.length === 0) return null;
  return (
    <>
      <div className="record-acts aid-acts">
        {acts.map(({ name, leads, barred: closed = false }) => (
          <button
            key={name}
            type="button"
            className={leads ? 'button button-main' : 'button'}
            disabled={closed}
            onClick={() => setAsked(name)}
          >
            {t(`aidAct.${name}.do`)}
          </button>
        ))}
      </div>
      {barred.map(({ name }) => (
        <p key={name} className="note">
          {t('aid.barred', { act: t(`aidAct.${name}.do`) })}
        </p>
      ))}
      {act && (
        <FormDialog
          title={t(`aidAct.${act.name}.do`)}
          follows={t(`aidAct.${act.name}.follows`)}
          does={t(`aidAct.${act.name}.do`)}
          fields={act.fields ?? []}
          send={act.send}
          stale={[RECORDS]}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
