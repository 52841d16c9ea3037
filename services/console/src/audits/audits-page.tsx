import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { queries } from '../queries.ts';
import { screens } from '../screens.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import type { Audit } from '../shapes.ts';
import { AskAction } from './ask-action.tsx';
import { plan } from './audit-actions.ts';
import { AuditPage } from './audit-page.tsx';
import { auditQueries } from './audits-queries.ts';
import { ClosureRates } from './closure-rates.tsx';
import { FindingBoard } from './finding-board.tsx';
import { stateTone } from './tones.ts';
import './audits.css';

/** `/audits` is the board; each audit has its own address. */
export default function AuditsPage(): ReactElement {
  const { auditId = '' } = useParams();
  return auditId === '' ? <Board /> : <AuditPage key={auditId} auditId={auditId} />;
}

const PLAN_FIELDS = [
  'unionId',
  'kind',
  'title',
  'periodFrom',
  'periodTo',
  'basis',
  'auditors',
  'firmName',
  'firmUscc',
  'followsAuditId',
  'scopeKind',
  'scopeCode',
  'auditorNodeName',
  'auditorNode',
] as const;

/** What else belongs to oversight; of use in some duties. */
const BESIDE = ['alerts', 'inspections', 'assessments'] as const;

function Board(): ReactElement {
  const { t } = useTranslation();
  const [planning, setPlanning] = useState(false);
  const [read, patch] = useUrl();
  const duty = useQuery(queries.session()).data?.duty?.duty;
  return (
    <Page
      title={t('audits.title')}
      lead={t('audits.lead')}
      tools={
        <>
          {BESIDE.filter((name) => screens[name].duties.some((one) => one === duty)).map((name) => (
            <Link key={name} className="button" to={`/${name}`}>
              {t(`${name}.title`)}
            </Link>
          ))}
          {duty === 'auditor' && (
            <button type="button" className="button button-main" onClick={() => setPlanning(true)}>
              {t('audits.act.plan.do')}
            </button>
          )}
        </>
      }
    >
      <Section title={t('audits.findings')} note={t('audits.findingsNote')}>
        <FindingBoard of={{}} state={read('state')} onState={(state) => patch({ state })} />
      </Section>
      <ClosureRates />
      <Section title={t('audits.audits')}>
        <AuditList />
      </Section>
      {planning && (
        <AskAction
          name="plan"
          fields={PLAN_FIELDS}
          send={plan}
          onClose={() => setPlanning(false)}
        />
      )}
    </Page>
  );
}

function AuditList(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(auditQueries.list());
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0)
          return <Empty title={t('audits.none')}>{t('audits.noneNext')}</Empty>;
        return (
          <>
            <TableFrame label={t('audits.audits')} className="table-cards">
              <thead>
                <tr>
                  <th scope="col">{t('audits.field.title')}</th>
                  <th scope="col">{t('audits.union')}</th>
                  <th scope="col">{t('audits.period')}</th>
                  <th scope="col">{t('audits.state')}</th>
                  <th scope="col" className="number">
                    {t('audits.found')}
                  </th>
                  <th scope="col" className="number">
                    {t('audits.problemAmount')}
                  </th>
                  <th scope="col" className="number">
                    {t('audits.correctedAmount')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <AuditRow key={one.auditId} one={one} />
                ))}
              </tbody>
            </TableFrame>
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}

function AuditRow({ one }: { one: Audit }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <tr>
      <th scope="row">
        <Link to={`/audits/${one.auditId}`}>{one.title}</Link>
        <span className="audit-kind"> {label('auditKind', one.kind)}</span>
      </th>
      <td data-label={t('audits.union')}>{one.unionName}</td>
      <td data-label={t('audits.period')}>{`${one.periodFrom} – ${one.periodTo}`}</td>
      <td data-label={t('audits.state')}>
        <Chip tone={stateTone(one.state)}>{label('auditState', one.state)}</Chip>
      </td>
      <td className="number" data-label={t('audits.found')}>
        {t('audits.settledOf', { settled: one.findingsSettled, all: one.findings })}
      </td>
      <td className="number" data-label={t('audits.problemAmount')}>
        <Money fen={one.problemFen} />
      </td>
      <td className="number" data-label={t('audits.correctedAmount')}>
        <Money fen={one.correctedFen} />
      </td>
    </tr>
  );
}
