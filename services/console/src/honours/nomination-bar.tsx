import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today } from '../dates.ts';
import type { HonourConsultation, Nomination } from '../shapes.ts';
import { nominationActions, offers, wordOf } from './nomination-actions.ts';
import type { ActionName, NominationAction } from './nomination-actions.ts';
import { NominationDialog } from './nomination-dialog.tsx';
import { useDesk } from './use-honours.ts';

interface Props {
  nomination: Nomination;
  /** Of its certificate, once there is one. */
  grantId: string;
  consultations: readonly HonourConsultation[];
}

/** What comes next and who does it, and what may be done now; on a phone it stays under the thumb. */
export function NominationBar({ nomination, grantId, consultations }: Props): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<ActionName>();
  const { duty, whole, level } = useDesk();
  const offered = offers(nomination, { duty, whole, level, today: today() });
  const { state, publicityEndsOn: day, openObjections, heldBy } = nomination;
  return (
    <>
      <div className="payment-bar screen-only">
        <p className="payment-next">
          {heldBy !== ''
            ? t('nominations.heldBy', { node: heldBy })
            : t(`nominations.next.${nextOf(nomination) as 'DRAFT'}`, { day })}
          {openObjections > 0 && ` ${t('nominations.answerFirst')}`}
        </p>
        <div className="payment-buttons">
          {offered.map((name) => (
            <button
              key={name}
              type="button"
              className={isLeading(name) ? 'button button-main' : 'button'}
              onClick={() => setAsked(name)}
            >
              {t(`nominations.act.${wordOf(name, state)}.do`)}
            </button>
          ))}
          {grantId !== '' && (
            <Link className="button button-main" to={`/certificates/${grantId}`}>
              {t('certificates.title')}
            </Link>
          )}
        </div>
      </div>
      {asked && (
        <NominationDialog
          key={asked}
          name={asked}
          nomination={nomination}
          consultations={consultations}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function isLeading(name: ActionName): boolean {
  const { leads }: NominationAction = nominationActions[name];
  return leads === true;
}

/** A publicity that is over asks for something else than one that runs. */
function nextOf({ state, publicityEndsOn }: Nomination): string {
  return publicityEndsOn !== '' && today() > publicityEndsOn ? `${state}_OVER` : state;
}
