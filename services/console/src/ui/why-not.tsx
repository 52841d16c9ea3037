import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { Facts } from './facts.tsx';
import { Icon } from './icons.tsx';
import { useLabels } from './labels.ts';

interface Props {
  title: string;
  code: string;
  permission: string;
  /** Which rule denied, in words. */
  rule: string;
  traceId?: string;
}

/** Why something is refused to this duty, and what can be done about it. */
export function WhyNot({ title, code, permission, rule, traceId = '' }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const session = useQuery(queries.session());
  const { duty, duties = [], accountNo = '' } = session.data ?? {};
  return (
    <div className="problem why-not" role="alert">
      <Icon name="lock" />
      <div>
        <p className="problem-title">{title}</p>
        <p>{rule}</p>
        <Facts
          of={[
            [
              t('whyNot.duty'),
              duty && [label('duty', duty.duty), duty.scopeUnionName].filter(Boolean).join(' · '),
            ],
            [t('whyNot.permission'), permission && <code>{permission}</code>],
            [t('whyNot.code'), <code key="code">{code}</code>],
            [t('problem.trace'), traceId && <code>{traceId}</code>],
          ]}
        />
        <p>{duties.length > 1 ? t('whyNot.switch') : t('whyNot.ask', { accountNo })}</p>
      </div>
    </div>
  );
}
