import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLabels } from '../ui/labels.ts';
import { Deadline } from './deadline.tsx';
import type { Decision, Waiting } from './queues.ts';

interface Props {
  item: Waiting;
  chosen: boolean;
  busy: boolean;
  canTurnDown: boolean;
  onChoose: (on: boolean) => void;
  onAsk: (decision: Decision) => void;
}

export function WaitingItem(props: Props): ReactElement {
  const { item, chosen, busy, canTurnDown, onChoose, onAsk } = props;
  const { t } = useTranslation();
  const label = useLabels();
  const name = useId();
  return (
    <li className={chosen ? 'waiting-item chosen' : 'waiting-item'}>
      <label className="waiting-choice">
        <input
          type="checkbox"
          checked={chosen}
          aria-labelledby={name}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </label>
      <div className="waiting-words">
        <Link id={name} to={item.to}>
          {item.name}
        </Link>
        {item.facts.map(([fact, value]) => (
          <span key={fact} className="quiet">
            {t(`work.fact.${fact}`)} {fact === 'field' ? label('work.field', value) : value}
          </span>
        ))}
        <span className="waiting-times">
          <Deadline on={item.until} />
          <span className="quiet">{t('work.since', { date: item.since })}</span>
        </span>
      </div>
      <div className="waiting-acts">
        {canTurnDown && (
          <button
            type="button"
            className="button"
            disabled={busy}
            aria-describedby={name}
            onClick={() => onAsk('turnDown')}
          >
            {t('work.turnDown')}
          </button>
        )}
        <button
          type="button"
          className="button button-main"
          disabled={busy}
          aria-describedby={name}
          onClick={() => onAsk('approve')}
        >
          {t('work.approve')}
        </button>
      </div>
    </li>
  );
}
