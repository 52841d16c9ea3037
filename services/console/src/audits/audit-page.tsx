import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client } from '../client.ts';
import { queries } from '../queries.ts';
import type { Audit, AuditFile } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { AskAction } from './ask-action.tsx';
import { auditActions, offersOf, type Action, type AuditActionName } from './audit-actions.ts';
import { auditQueries } from './audits-queries.ts';
import { FindingBoard } from './finding-board.tsx';
import { Papers } from './papers.tsx';
import { Procedure } from './procedure.tsx';
import { Samples } from './samples.tsx';
import { Scans } from './scans.tsx';
import { guestsOf, scopeOf } from './scope-words.ts';
import { stateTone } from './tones.ts';

/** One audit: how far it has come, what was looked at, what was found. */
export function AuditPage({ auditId }: { auditId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(auditQueries.audit(auditId));
  const { audit } = query.data ?? {};
  return (
    <Page
      title={audit?.title ?? t('audits.one')}
      above={<Link to="/audits">{t('audits.toBoard')}</Link>}
      lead={audit && <Lead audit={audit} />}
      tools={audit && <Tools audit={audit} />}
    >
      <Loaded query={query} lines={10}>
        {(file) => (file.audit ? <Whole file={file} audit={file.audit} /> : null)}
      </Loaded>
    </Page>
  );
}

function Lead({ audit }: { audit: Audit }): ReactElement {
  const label = useLabels();
  return (
    <>
      {audit.unionName} · {label('auditKind', audit.kind)} · {audit.periodFrom} – {audit.periodTo}{' '}
      <Chip tone={stateTone(audit.state)}>{label('auditState', audit.state)}</Chip>
    </>
  );
}

function Tools({ audit }: { audit: Audit }): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<AuditActionName>();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const action: Action<Audit> | undefined = asked && auditActions[asked];
  const params = { path: { auditId: audit.auditId } };
  return (
    <>
      {offersOf(audit, duty).map((name) => (
        <button key={name} type="button" className="button" onClick={() => setAsked(name)}>
          {t(`audits.act.${name}.do`)}
        </button>
      ))}
      {audit.draftedOn !== '' && (
        <DownloadButton
          file={() => client.GET('/audits/{auditId}/report-file', { params, parseAs: 'blob' })}
        >
          {t(audit.reportedOn === '' ? 'audits.draftFile' : 'audits.reportFile')}
        </DownloadButton>
      )}
      {asked && action && (
        <AskAction
          name={asked}
          fields={action.fields}
          send={(values, key) => action.send(audit, values, key)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function Whole({ file, audit }: { file: AuditFile; audit: Audit }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const duty = useQuery(queries.session()).data?.duty?.duty;
  return (
    <>
      <Section title={t('audits.procedure')}>
        <Procedure audit={audit} />
        <Facts
          of={[
            [t('audits.field.basis'), audit.basis],
            [t('audits.team'), audit.auditors.join(', ')],
            [t('audits.firm'), audit.firmName],
            [t('audits.field.firmUscc'), audit.firmUscc],
            [t('audits.guests'), guestsOf(audit)],
            [t('audits.scope'), scopeOf(audit, label)],
            [t('audits.field.summary'), audit.summary],
            [t('audits.field.comment'), audit.comment],
            [t('audits.field.opinion'), audit.opinion],
            [t('audits.field.decisionNo'), audit.decisionNo],
            [t('audits.problemAmount'), <Money key="p" fen={audit.problemFen} />],
            [t('audits.correctedAmount'), <Money key="c" fen={audit.correctedFen} />],
          ]}
        />
      </Section>
      <Section title={t('audits.findings')}>
        <FindingBoard
          of={{ auditId: audit.auditId }}
          state={read('state')}
          onState={(state) => patch({ state })}
        />
      </Section>
      {duty === 'auditor' && <Inside file={file} audit={audit} />}
    </>
  );
}

/** What auditors look at; the audited side sees what comes of it. */
function Inside({ file, audit }: { file: AuditFile; audit: Audit }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('audits.scans')} note={t('audits.scansNote')}>
        <Scans audit={audit} scans={file.scans} />
      </Section>
      <Section title={t('audits.samples')} note={t('audits.samplesNote')}>
        <Samples audit={audit} samples={file.samples} />
      </Section>
      <Section title={t('audits.papers')}>
        <Papers papers={file.papers} />
      </Section>
    </>
  );
}
