import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';
import { useLabels } from '../ui/labels.ts';
import type { Decision, Queue, Said, Waiting } from './queues.ts';

/** What is about to be decided. */
export interface Asked {
  items: readonly Waiting[];
  decision: Decision;
}

interface Props {
  asked: Asked | undefined;
  queue: Queue;
  onDecide: (asked: Asked, said: Said) => void;
  onClose: () => void;
}

const shownMost = 5;
const reasonMax = 200;
const docNoMax = 60;

/** Names whom a decision concerns, and asks for what it needs: a reason, or a document. */
export function DecidePanel({ asked, queue, onDecide, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Said>({ reason: '', docNo: '' });
  const { items = [], decision = 'approve' } = asked ?? {};
  const asksDocNo = decision === 'approve' && queue.needsDocNo === true;
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
        <ReasonField
          value={said.reason}
          codes={queue.reasons}
          onChange={(reason) => setSaid({ ...said, reason })}
        />
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

interface ReasonProps {
  value: string;
  codes: readonly string[] | undefined;
  onChange: (reason: string) => void;
}

function ReasonField({ value, codes, onChange }: ReasonProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <div className="field">
      <label htmlFor="turn-down-reason">{t('work.reason')}</label>
      {codes ? (
        <select
          id="turn-down-reason"
          className="input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t('work.chooseReason')}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {label('rejectReason', code)}
            </option>
          ))}
        </select>
      ) : (
        <textarea
          id="turn-down-reason"
          className="input"
          rows={3}
          maxLength={reasonMax}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <p className="note">{t('work.reasonNote')}</p>
    </div>
  );
}
