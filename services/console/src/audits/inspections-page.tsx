import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { queries } from '../queries.ts';
import type { InspectionRound } from '../shapes.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { AskAction } from './ask-action.tsx';
import { auditQueries } from './audits-queries.ts';
import { PLAN_FIELDS, planRound } from './inspection-actions.ts';
import { RoundPage } from './round-page.tsx';
import './audits.css';

/** `/inspections` is the list of rounds; each round has its own address. */
export default function InspectionsPage(): ReactElement {
  const { roundId = '' } = useParams();
  return roundId === '' ? <Rounds /> : <RoundPage key={roundId} roundId={roundId} />;
}

function Rounds(): ReactElement {
  const { t } = useTranslation();
  const [planning, setPlanning] = useState(false);
  const duty = useQuery(queries.session()).data?.duty?.duty;
  const query = useInfiniteQuery(auditQueries.rounds());
  return (
    <Page
      title={t('inspections.title')}
      lead={t('inspections.lead')}
      tools={
        duty === 'auditor' && (
          <button type="button" className="button button-main" onClick={() => setPlanning(true)}>
            {t('audits.act.planRound.do')}
          </button>
        )
      }
    >
      <Section title={t('inspections.rounds')}>
        <Loaded query={{ ...query, isPlaceholderData: false }}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0)
              return <Empty title={t('inspections.none')}>{t('inspections.noneNext')}</Empty>;
            return (
              <>
                <RoundTable items={items} />
                <MoreButton query={query} />
              </>
            );
          }}
        </Loaded>
      </Section>
      {planning && (
        <AskAction
          name="planRound"
          fields={PLAN_FIELDS}
          send={planRound}
          onClose={() => setPlanning(false)}
        />
      )}
    </Page>
  );
}

function RoundTable({ items }: { items: readonly InspectionRound[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('inspections.rounds')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('audits.field.title')}</th>
          <th scope="col">{t('inspections.year')}</th>
          <th scope="col">{t('inspections.jointBody')}</th>
          <th scope="col" className="number">
            {t('inspections.inspected')}
          </th>
          <th scope="col" className="number">
            {t('inspections.settled')}
          </th>
          <th scope="col" className="number">
            {t('inspections.findings')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.roundId}>
            <th scope="row">
              <Link to={`/inspections/${one.roundId}`}>{one.title}</Link>
            </th>
            <td data-label={t('inspections.year')}>{one.fiscalYear}</td>
            <td data-label={t('inspections.jointBody')}>{one.jointBody || '–'}</td>
            <td className="number" data-label={t('inspections.inspected')}>
              {t('inspections.progressOf', { done: one.unitsInspected, all: one.units })}
            </td>
            <td className="number" data-label={t('inspections.settled')}>
              {t('inspections.progressOf', { done: one.unitsSettled, all: one.units })}
            </td>
            <td className="number" data-label={t('inspections.findings')}>
              {t('inspections.findingsOf', { closed: one.findingsClosed, all: one.findings })}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
