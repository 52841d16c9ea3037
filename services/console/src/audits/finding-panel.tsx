import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Finding } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWho } from '../ui/use-who.ts';
import { AskAction } from './ask-action.tsx';
import type { Action } from './audit-actions.ts';
import { auditQueries } from './audits-queries.ts';
import { findingActions, offersOfFinding, type FindingActionName } from './finding-actions.ts';
import { stateTone } from './tones.ts';

interface Props {
  /** Empty: the panel is closed. */
  findingId: string;
  onClose: () => void;
}

/** A finding from first to last, and what the reader may do about it. */
export function FindingPanel({ findingId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useQuery({ ...auditQueries.finding(findingId), enabled: findingId !== '' });
  return (
    <SidePanel
      open={findingId !== ''}
      title={query.data?.title ?? t('audits.finding')}
      onClose={onClose}
    >
      <Loaded query={query}>{(one) => <Shown one={one} />}</Loaded>
    </SidePanel>
  );
}

function Shown({ one }: { one: Finding }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [asked, setAsked] = useState<FindingActionName>();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const action: Action<Finding> | undefined = asked && findingActions[asked];
  const corrected = ['recovered', 'adjusted', 'returned'] as const;
  const late = one.overdueDays > 0 && (
    <Chip tone="bad" icon="warning">
      {t('audits.overdueDays', { count: one.overdueDays })}
    </Chip>
  );
  return (
    <>
      <p>
        <Chip tone={stateTone(one.state)}>{label('findingState', one.state)}</Chip> {late}
      </p>
      <div className="finding-acts">
        {offersOfFinding(one, duty).map((name) => (
          <button key={name} type="button" className="button" onClick={() => setAsked(name)}>
            {t(`audits.act.${name}.do`)}
          </button>
        ))}
      </div>
      <Facts
        of={[
          [t('audits.union'), one.unionName],
          [t('audits.field.category'), label('findingCategory', one.category)],
          [t('audits.field.amount'), <Money key="amount" fen={one.amountFen} />],
          [t('audits.field.clause'), one.clause],
          [t('audits.field.cause'), one.cause],
          [t('audits.field.responsiblePost'), one.responsiblePost],
          [t('audits.field.suggestion'), one.suggestion],
          [t('audits.rule'), one.rule && label('scanRule', one.rule)],
          [t('audits.voucher'), one.voucherNo === '0' ? '' : one.voucherNo],
          [t('audits.notifiedOn'), one.notifiedOn],
          [t('audits.deadline'), one.deadline],
          [t('audits.field.plan'), one.plan],
          ...corrected.map((name) => {
            const fen = one[`${name}Fen`];
            const shown = fen === '0' ? '' : <Money key={name} fen={fen} />;
            return [t(`audits.field.${name}`), shown] as const;
          }),
        ]}
      />
      {one.roundId === '' ? (
        <Link className="audit-link" to={`/audits/${one.auditId}`}>
          {t('audits.toAudit')}
        </Link>
      ) : (
        <Link className="audit-link" to={`/inspections/${one.roundId}`}>
          {t('inspections.toRound')}
        </Link>
      )}
      <h3>{t('audits.steps')}</h3>
      <Steps one={one} />
      {asked && action && (
        <AskAction
          name={asked}
          fields={action.fields}
          send={(values, key) => action.send(one, values, key)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function Steps({ one }: { one: Finding }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  return (
    <ol className="finding-steps">
      {one.steps.map((step) => (
        <li key={step.seq}>
          <strong>{label('findingState', step.state)}</strong>{' '}
          <span className="quiet">
            {moment(step.actedAt)} · {who(step.actedBy)}
          </span>
          {step.note !== '' && <p>{step.note}</p>}
          {step.evidenceSha256.map((hash) => (
            <p key={hash} className="quiet">
              {t('audits.evidenceHash')} <code className="seal">{hash}</code>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
