import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { points } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { DutyLine, Programme, Reform, ReformEvaluation, ReformRecord } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Empty, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { dutyActs, dutyLineActs, evaluationActs, recordActs } from './reform-acts.ts';

export interface ReformProps {
  reform: Reform;
  programme: Programme;
}

const named = (names: readonly string[]) => names.map((name) => [name, name] as const);

/** What each agency has to do, the first due first. */
export function DutyLines({ reform, programme }: ReformProps): ReactElement {
  const { t } = useTranslation();
  const { memberAgencies, state } = programme;
  const agency = named(memberAgencies);
  return (
    <Section
      title={t('programmes.dutyLines')}
      tools={<Acts acts={dutyActs} record={programme} state={state} choices={{ agency }} />}
    >
      {reform.dutyLines.length === 0 ? (
        <Empty title={t('programmes.noDutyLines')}>{t('programmes.noDutyLinesNext')}</Empty>
      ) : (
        <RecordTable<DutyLine>
          label={t('programmes.dutyLines')}
          items={reform.dutyLines}
          idOf={({ dutyLineId }) => dutyLineId}
          name={{ label: t('record.dutyText'), of: ({ dutyText }) => dutyText }}
          columns={[
            { label: t('record.agency'), of: (one) => one.agency },
            { label: t('record.dueOn'), of: (one) => <Due line={one} /> },
            {
              label: t('innovation.state'),
              of: (one) => <RecordState words="dutyLineState" state={one.state} />,
            },
            { label: t('record.closedOn'), of: ({ finishedOn }) => finishedOn || '–' },
            { label: t('record.result'), of: ({ resultText }) => resultText || '–' },
            {
              label: t('programmes.next'),
              of: (one) => <Acts acts={dutyLineActs} record={one} state={one.state} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Due({ line: { dueOn, overdueDays } }: { line: DutyLine }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {dueOn}{' '}
      {overdueDays > 0 && <Chip tone="bad">{t('innovation.lateBy', { count: overdueDays })}</Chip>}
    </>
  );
}

/** Meetings, measures and cases, the newest first. */
export function Records({ reform, programme }: ReformProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { memberAgencies, state } = programme;
  const standing = reform.pilots.filter(({ endedOn }) => endedOn === '');
  const choices = {
    agencies: named(memberAgencies),
    casePilot: [
      ['', t('programmes.noPilotOf')] as const,
      ...standing.map((one) => [one.designationId, one.unionName] as const),
    ],
  };
  const about = ({ documentKind, documentNo, agencies, pilotId }: ReformRecord): string => {
    const pilot = reform.pilots.find(({ designationId }) => designationId === pilotId);
    const kind = documentKind === '' ? '' : label('reformDocumentKind', documentKind);
    return [kind, documentNo, agencies.join('、'), pilot?.unionName ?? '']
      .filter((word) => word !== '')
      .join(' · ');
  };
  return (
    <Section
      title={t('programmes.records')}
      tools={<Acts acts={recordActs} record={programme} state={state} choices={choices} />}
    >
      {reform.records.length === 0 ? (
        <Empty title={t('programmes.noRecords')}>{t('programmes.noRecordsNext')}</Empty>
      ) : (
        <RecordTable<ReformRecord>
          label={t('programmes.records')}
          items={reform.records}
          idOf={({ recordId }) => recordId}
          name={{ label: t('record.title'), of: ({ title }) => title }}
          columns={[
            {
              label: t('programmes.recordKind'),
              of: (one) => label('reformRecordKind', one.recordKind),
            },
            { label: t('programmes.recordedOn'), of: ({ recordedOn }) => recordedOn },
            { label: t('programmes.about'), of: (one) => about(one) || '–' },
          ]}
        />
      )}
    </Section>
  );
}

/** What others than its members made of it, a district once a year. */
export function Evaluations({ reform, programme }: ReformProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Section
      title={t('programmes.evaluations')}
      note={t('programmes.evaluationsNote')}
      tools={<Acts acts={evaluationActs} record={programme} state={programme.state} />}
    >
      {reform.evaluations.length === 0 ? (
        <Empty title={t('programmes.noEvaluations')}>{t('programmes.noEvaluationsNext')}</Empty>
      ) : (
        <RecordTable<ReformEvaluation>
          label={t('programmes.evaluations')}
          items={reform.evaluations}
          idOf={({ evaluationId }) => evaluationId}
          name={{
            label: t('record.union'),
            of: ({ unionName }) => unionName,
            part: ({ year }) => String(year),
          }}
          columns={[
            { label: t('record.evaluator'), of: ({ evaluator }) => evaluator },
            {
              label: t('record.score'),
              number: true,
              of: ({ score, maxScore }) => `${points(score)} / ${points(maxScore)}`,
            },
            { label: t('record.scoreItems'), of: itemsSaid },
            { label: t('record.evaluatedOn'), of: ({ evaluatedOn }) => evaluatedOn },
          ]}
        />
      )}
    </Section>
  );
}

function itemsSaid({ scoreItems }: ReformEvaluation): string {
  return scoreItems.map(({ title, score }) => `${title} ${points(score)}`).join('；');
}
