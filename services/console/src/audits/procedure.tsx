import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Audit } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';

/** The steps of an audit in their order, with the days on which they were taken. */
export function Procedure({ audit }: { audit: Audit }): ReactElement {
  const { t } = useTranslation();
  const steps = [
    ['NOTIFIED', audit.notifiedOn, ''],
    ['ENTERED', audit.enteredOn, audit.entryOn],
    ['DRAFTED', audit.draftedOn, ''],
    ['COMMENTED', audit.commentedOn, audit.commentsDueOn],
    ['REPORTED', audit.reportedOn, ''],
    ['DECIDED', audit.decidedOn, ''],
    ['CLOSED', audit.closedOn, ''],
  ] as const;
  return (
    <ol className="audit-steps">
      {steps.map(([state, on, due]) => (
        <li key={state} className={on === '' ? 'audit-step' : 'audit-step audit-step-done'}>
          <span>
            {on !== '' && <Icon name="check" />}
            {t(`audits.stage.${state}`)}
          </span>
          <span className="quiet">{on || (due && t('audits.by', { on: due })) || '–'}</span>
        </li>
      ))}
    </ol>
  );
}
