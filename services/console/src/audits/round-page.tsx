import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import type { InspectionRound, InspectionUnit } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { AskAction } from './ask-action.tsx';
import { auditActions } from './audit-actions.ts';
import { auditQueries } from './audits-queries.ts';
import { FindingBoard } from './finding-board.tsx';
import { raiseInRound, visit, VISIT_FIELDS } from './inspection-actions.ts';
import { stateTone } from './tones.ts';

interface Asked {
  of: 'visit' | 'raise';
  unit: InspectionUnit;
}

/** One round: how far each unit is, and what must be put right. */
export function RoundPage({ roundId }: { roundId: string }): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const [read, patch] = useUrl();
  const query = useQuery(auditQueries.round(roundId));
  const { round } = query.data ?? {};
  return (
    <Page
      title={round?.title ?? t('inspections.one')}
      above={<Link to="/inspections">{t('inspections.toList')}</Link>}
      lead={round && [round.fiscalYear, round.jointBody].filter(Boolean).join(' · ')}
    >
      <Loaded query={query} lines={8}>
        {({ round: one, units }) => (
          <>
            {one && (
              <Section title={t('inspections.state')}>
                <Progress round={one} />
              </Section>
            )}
            <Section title={t('inspections.units')}>
              <UnitTable units={units} onAsk={setAsked} />
            </Section>
          </>
        )}
      </Loaded>
      <Section title={t('inspections.board')} note={t('audits.findingsNote')}>
        <FindingBoard
          of={{ roundId }}
          state={read('state')}
          onState={(state) => patch({ state })}
        />
      </Section>
      {asked && <Ask asked={asked} roundId={roundId} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}

interface AskProps {
  asked: Asked;
  roundId: string;
  onClose: () => void;
}

function Ask({ asked: { of, unit }, roundId, onClose }: AskProps): ReactElement {
  if (of === 'raise') {
    const { fields } = auditActions.raise;
    const send = raiseInRound.bind(undefined, roundId, unit);
    return <AskAction name="raise" fields={fields} send={send} onClose={onClose} />;
  }
  const { organisingResult, organisingNote, moneyResult, moneyNote, inspectedOn } = unit;
  const said = { organisingResult, organisingNote, moneyResult, moneyNote, on: inspectedOn };
  return (
    <AskAction
      name="visit"
      fields={VISIT_FIELDS}
      {...(inspectedOn === '' ? {} : { first: said })}
      send={visit.bind(undefined, roundId, unit)}
      onClose={onClose}
    />
  );
}

function Progress({ round }: { round: InspectionRound }): ReactElement {
  const { t } = useTranslation();
  const of = (done: number) => t('inspections.progressOf', { done, all: round.units });
  const findings = { closed: round.findingsClosed, all: round.findings };
  return (
    <Facts
      of={[
        [t('audits.field.basis'), round.basis],
        [t('inspections.planned'), round.plannedOn],
        [t('inspections.inspected'), of(round.unitsInspected)],
        [t('inspections.settled'), of(round.unitsSettled)],
        [t('inspections.findings'), t('inspections.findingsOf', findings)],
      ]}
    />
  );
}

interface TableProps {
  units: readonly InspectionUnit[];
  onAsk: (asked: Asked) => void;
}

function UnitTable({ units, onAsk }: TableProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const mayWrite = useQuery(queries.session()).data?.duty?.duty === 'auditor';
  return (
    <TableFrame label={t('inspections.units')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('inspections.unit')}</th>
          <th scope="col">{t('inspections.state')}</th>
          <th scope="col">{t('inspections.visitedOn')}</th>
          <th scope="col">{t('inspections.organising')}</th>
          <th scope="col">{t('inspections.money')}</th>
          <th scope="col" className="number">
            {t('inspections.findings')}
          </th>
          <th scope="col">{t('inspections.nextDeadline')}</th>
          {mayWrite && <th scope="col">{t('inspections.do')}</th>}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unionId}>
            <th scope="row">{unit.unionName}</th>
            <td data-label={t('inspections.state')}>
              <Chip tone={stateTone(unit.state)}>{label('inspectionState', unit.state)}</Chip>
            </td>
            <td data-label={t('inspections.visitedOn')}>{unit.inspectedOn || '–'}</td>
            <td data-label={t('inspections.organising')}>
              <Result result={unit.organisingResult} note={unit.organisingNote} />
            </td>
            <td data-label={t('inspections.money')}>
              <Result result={unit.moneyResult} note={unit.moneyNote} />
            </td>
            <td className="number" data-label={t('inspections.findings')}>
              {t('inspections.findingsOf', { closed: unit.findingsClosed, all: unit.findings })}
            </td>
            <td data-label={t('inspections.nextDeadline')}>{unit.nextDeadline || '–'}</td>
            {mayWrite && (
              <td data-label={t('inspections.do')}>
                <Acts unit={unit} onAsk={onAsk} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Result({ result, note }: { result: string; note: string }): ReactElement {
  const label = useLabels();
  if (result === '') return <span>–</span>;
  return (
    <>
      {label('inspectionResult', result)}
      <p className="inspection-note">{note}</p>
    </>
  );
}

function Acts({ unit, onAsk }: { unit: InspectionUnit; onAsk: TableProps['onAsk'] }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="finding-acts">
      <button
        type="button"
        className="button"
        aria-label={t('inspections.recordOf', { unit: unit.unionName })}
        onClick={() => onAsk({ of: 'visit', unit })}
      >
        {t('inspections.record')}
      </button>
      {unit.inspectedOn !== '' && (
        <button
          type="button"
          className="button"
          aria-label={t('inspections.raiseOf', { unit: unit.unionName })}
          onClick={() => onAsk({ of: 'raise', unit })}
        >
          {t('inspections.raise')}
        </button>
      )}
    </div>
  );
}
