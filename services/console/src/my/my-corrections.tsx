import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../members/due-date.tsx';
import type { Correction, MyRecord } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { AskCorrection } from './ask-correction.tsx';

export function MyCorrections({ record }: { record: MyRecord }): ReactElement {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('my.corrections')}>
      {record.corrections.length === 0 ? (
        <p className="note">{t('my.noCorrections')}</p>
      ) : (
        <ul className="my-list">
          {record.corrections.map((one) => (
            <Asked key={one.correctionId} correction={one} />
          ))}
        </ul>
      )}
      <button type="button" className="button my-ask" onClick={() => setAsking(true)}>
        {t('my.askCorrection')}
      </button>
      {asking && <AskCorrection record={record} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function Asked({ correction }: { correction: Correction }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { field, value, state, askedOn, dueOn, decidedOn, reason } = correction;
  return (
    <li>
      <strong>
        {t('my.correctionOf', { field: label('reveal.field', field), value })}{' '}
        <span className="chip">{label('correctionState', state)}</span>
      </strong>
      <span className="quiet">
        {t('my.askedOn', { date: askedOn })}
        {' · '}
        {state === 'ASKED' ? t('my.dueOn') : t('my.decidedOn', { date: decidedOn })}{' '}
        {state === 'ASKED' && <DueDate on={dueOn} />}
      </span>
      {reason !== '' && <span>{reason}</span>}
    </li>
  );
}
