import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { HonourObjection, Nomination, NominationFile } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { HONOURS } from './honour-queries.ts';
import { useDesk } from './use-honours.ts';

interface Props {
  file: NominationFile;
  nomination: Nomination;
}

/** Who objected while it was shown, and what came of it; until each is answered it does not go on. */
export function Objections({ file, nomination }: Props): ReactElement {
  const { t } = useTranslation();
  const [closing, setClosing] = useState<HonourObjection>();
  const { whole, writes } = useDesk();
  const shown = nomination.publicityEndsOn !== '' && nomination.heldBy === '';
  const closes = writes && shown && (whole || nomination.state === 'PUBLISHED_IN_UNIT');
  if (file.objections.length === 0) return <p>{t('nominations.noObjections')}</p>;
  return (
    <>
      <ul className="honour-objections">
        {file.objections.map((one) => (
          <Objection
            key={one.objectionId}
            one={one}
            {...(closes ? { onAnswer: () => setClosing(one) } : {})}
          />
        ))}
      </ul>
      {closing && (
        <FormDialog
          title={t('nominations.act.close.do')}
          follows={t('nominations.act.close.follows')}
          does={t('nominations.act.close.do')}
          fields={[
            {
              name: 'happenedOn',
              label: t('nominations.field.happenedOn'),
              as: 'past',
              first: today(),
            },
            { name: 'outcome', label: t('nominations.outcome'), as: 'long' },
          ]}
          send={(said, key) => close(nomination, closing, said, key)}
          stale={[HONOURS]}
          onClose={() => setClosing(undefined)}
        />
      )}
    </>
  );
}

interface ObjectionProps {
  one: HonourObjection;
  onAnswer?: () => void;
}

function Objection({ one, onAnswer }: ObjectionProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <li>
      <p>
        <span className="date">{one.raisedOn}</span> {label('honourStage', one.stage)}{' '}
        <Chip tone={one.closedOn === '' ? 'bad' : 'good'}>
          {one.closedOn === ''
            ? t('nominations.isOpen')
            : t('nominations.closedOn', { day: one.closedOn })}
        </Chip>
      </p>
      <p>{one.summary}</p>
      {one.outcome !== '' && (
        <p className="quiet">{t('nominations.outcomeWas', { outcome: one.outcome })}</p>
      )}
      {one.closedOn === '' && onAnswer && (
        <button type="button" className="button" onClick={onAnswer}>
          {t('nominations.act.close.do')}
        </button>
      )}
    </li>
  );
}

function close(
  { nominationId, version }: Nomination,
  { objectionId }: HonourObjection,
  { happenedOn = '', outcome = '' }: FormValues,
  key: string,
) {
  const params = { path: { nominationId, objectionId } };
  const headers = { 'Idempotency-Key': key };
  const body = { expectedVersion: version, happenedOn, outcome };
  const path = '/nominations/{nominationId}/objections/{objectionId}/close';
  return answer(client.POST(path, { params, headers, body }));
}
