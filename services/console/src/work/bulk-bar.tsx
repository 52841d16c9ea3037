import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from './queues.ts';

interface Props {
  chosen: number;
  all: number;
  busy: boolean;
  canTurnDown: boolean;
  onChooseAll: (on: boolean) => void;
  onAsk: (decision: Decision) => void;
}

/** Stays in sight below the list; its buttons are there once something is chosen. */
export function BulkBar(props: Props): ReactElement {
  const { chosen, all, busy, canTurnDown, onChooseAll, onAsk } = props;
  const { t } = useTranslation();
  return (
    <div className="bulk" role="group" aria-label={t('work.bulk')}>
      <label className="bulk-all">
        <input
          type="checkbox"
          checked={chosen === all}
          onChange={({ target }) => onChooseAll(target.checked)}
        />
        {t('work.chosen', { chosen, all })}
      </label>
      {chosen > 0 && canTurnDown && (
        <button type="button" className="button" disabled={busy} onClick={() => onAsk('turnDown')}>
          {t('work.turnDownAll')}
        </button>
      )}
      {chosen > 0 && (
        <button
          type="button"
          className="button button-main"
          disabled={busy}
          onClick={() => onAsk('approve')}
        >
          {t('work.approveAll')}
        </button>
      )}
    </div>
  );
}
