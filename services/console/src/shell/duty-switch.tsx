import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { useChoosing } from './choosing.ts';
import { DutyName } from './duty-name.tsx';
import { PopOver } from './pop-over.tsx';

/** The duty one acts in, always in sight; a switch where there are others. */
export function DutySwitch({ session }: { session: Session }): ReactElement | null {
  const { t } = useTranslation();
  const { duty, duties } = session;
  if (duty === null) return null;
  const shown = (
    <>
      <span className="hidden">{t('app.duty')} </span>
      <DutyName duty={duty} />
    </>
  );
  if (duties.length < 2) return <span className="duty">{shown}</span>;
  return (
    <PopOver
      className="duty"
      button={
        <>
          {shown}
          <Icon name="switch" />
          <span className="hidden">{t('app.switchDuty')}</span>
        </>
      }
    >
      {(close) => <Others session={session} onDone={close} />}
    </PopOver>
  );
}

function Others({ session, onDone }: { session: Session; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const choosing = useChoosing();
  return (
    <>
      <p className="pop-over-title">{t('app.switchDuty')}</p>
      <ul className="pop-over-list">
        {session.duties.map((one) => (
          <li key={one.dutyId}>
            <button
              type="button"
              aria-current={one.dutyId === session.duty?.dutyId}
              disabled={choosing.isPending}
              onClick={() => choosing.mutate(one.dutyId, { onSuccess: onDone })}
            >
              <DutyName duty={one} />
            </button>
          </li>
        ))}
      </ul>
      {choosing.error && <ProblemPanel problem={choosing.error} />}
    </>
  );
}
