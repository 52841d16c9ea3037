import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { duties } from '../screen.ts';
import type { DutyName as Name } from '../screen.ts';
import type { Session } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { useChoosing } from './choosing.ts';
import { DutyName } from './duty-name.tsx';
import { Front } from './front.tsx';
import { useLogOut } from './log-out.ts';

/** Whoever holds several duties acts in one at a time, and says in which. */
export function ChooseDuty({ session }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  const choosing = useChoosing();
  const logOut = useLogOut();
  const offered = session.duties.toSorted((a, b) => rank(a.duty) - rank(b.duty));
  return (
    <Front title={t('choose.title')} lead={t('choose.lead', { name: session.displayName })}>
      <ul className="duty-choices">
        {offered.map((duty) => (
          <li key={duty.dutyId}>
            <button
              type="button"
              disabled={choosing.isPending}
              onClick={() => choosing.mutate(duty.dutyId)}
            >
              <DutyName duty={duty} />
              <span className="duty-may">{t(`choose.may.${duty.duty as Name}`)}</span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
      {choosing.error && <ProblemPanel problem={choosing.error} />}
      <button type="button" className="button" onClick={logOut}>
        {t('app.logOut')}
      </button>
    </Front>
  );
}

function rank(duty: string): number {
  return duties.findIndex((one) => one === duty);
}
