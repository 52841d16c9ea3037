import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';
import type { Decision, Said, Waiting } from './queues.ts';

/** What is about to be decided. */
export interface Asked {
  items: readonly Waiting[];
  decision: Decision;
}

interface Props {
  asked: Asked | undefined;
  needsDocNo: boolean;
  onDecide: (asked: Asked, said: Said) => void;
  onClose: () => void;
}

const shownMost = 5;
const reasonMax = 200;
const docNoMax = 60;

/** Names whom a decision concerns, and asks for what it needs: a reason, or a document. */
export function DecidePanel({ asked, needsDocNo, onDecide, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Said>({ reason: '', docNo: '' });
  const { items = [], decision = 'approve' } = asked ?? {};
  const asksDocNo = decision === 'approve' && needsDocNo;
  const missing =
    (decision === 'turnDown' && said.reason.trim() === '') ||
    (asksDocNo && said.docNo.trim() === '');
  return (
    <Confirm
      open={asked !== undefined}
      title={t(`work.ask.${decision}`, { count: items.length })}
      confirm={t(`work.${decision}`)}
      pending={missing}
      onConfirm={() => {
        if (asked) onDecide(asked, { reason: said.reason.trim(), docNo: said.docNo.trim() });
      }}
      onCancel={onClose}
    >
      <ul className="decide-names">
        {items.slice(0, shownMost).map((item) => (
          <li key={item.id}>{item.name}</li>
        ))}
        {items.length > shownMost && (
          <li className="quiet">{t('work.andMore', { count: items.length - shownMost })}</li>
        )}
      </ul>
      {decision === 'turnDown' && (
        <div className="field">
          <label htmlFor="turn-down-reason">{t('work.reason')}</label>
          <textarea
            id="turn-down-reason"
            className="input"
            rows={3}
            required
            maxLength={reasonMax}
            value={said.reason}
            onChange={({ target }) => setSaid({ ...said, reason: target.value })}
          />
          <p className="note">{t('work.reasonNote')}</p>
        </div>
      )}
      {asksDocNo && (
        <div className="field">
          <label htmlFor="approve-doc">{t('work.docNo')}</label>
          <input
            id="approve-doc"
            className="input"
            required
            maxLength={docNoMax}
            value={said.docNo}
            onChange={({ target }) => setSaid({ ...said, docNo: target.value })}
          />
        </div>
      )}
    </Confirm>
  );
}
