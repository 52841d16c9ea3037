import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { Designation, FirmPair } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Empty, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { pairActs, pairFirms, pilotActs } from './pair-acts.ts';
import type { ReformProps } from './reform-tables.tsx';

/** Pilots, and the firms that they lead. */
export function Pairs({ reform, programme }: ReformProps): ReactElement {
  const { t } = useTranslation();
  const { pilots, pairs } = reform;
  const { state } = programme;
  const standing = pilots.filter(({ endedOn }) => endedOn === '');
  const pilot = standing.map((one) => [one.designationId, one.unionName] as const);
  return (
    <>
      <Section
        title={t('programmes.pilots')}
        tools={<Acts acts={pilotActs} record={programme} state={state} />}
      >
        {pilots.length === 0 ? (
          <Empty title={t('programmes.noPilots')}>{t('programmes.noPilotsNext')}</Empty>
        ) : (
          <Pilots pilots={pilots} />
        )}
      </Section>
      <Section
        title={t('programmes.pairs')}
        note={t('programmes.pairsNote')}
        tools={
          standing.length > 0 && (
            <Acts acts={pairFirms} record={programme} state={state} choices={{ pilot }} />
          )
        }
      >
        {pairs.length === 0 ? (
          <Empty title={t('programmes.noPairs')}>{t('programmes.noPairsNext')}</Empty>
        ) : (
          <PairTable pairs={pairs} />
        )}
      </Section>
    </>
  );
}

function Pilots({ pilots }: { pilots: readonly Designation[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <RecordTable
      label={t('programmes.pilots')}
      items={pilots}
      idOf={({ designationId }) => designationId}
      name={{ label: t('record.union'), of: ({ unionName }) => unionName }}
      columns={[
        { label: t('record.title'), of: ({ title }) => title },
        { label: t('record.level'), of: ({ level }) => label('resultLevel', level) },
        { label: t('record.documentNo'), of: ({ documentNo }) => documentNo },
        { label: t('record.designatedOn'), of: ({ designatedOn }) => designatedOn },
        { label: t('record.endedOn'), of: ({ endedOn }) => endedOn || '–' },
      ]}
    />
  );
}

function PairTable({ pairs }: { pairs: readonly FirmPair[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <RecordTable
      label={t('programmes.pairs')}
      items={pairs}
      idOf={({ pairId }) => pairId}
      name={{
        label: t('programmes.pair'),
        of: ({ leadUnionName: lead, partnerUnionName: partner }) =>
          t('programmes.pairOf', { lead, partner }),
      }}
      columns={[
        { label: t('record.pairGoals'), of: ({ goals }) => goals },
        { label: t('record.pairedOn'), of: ({ pairedOn }) => pairedOn },
        {
          label: t('programmes.activities'),
          of: ({ activityCount: count, participants }) =>
            t('learning.tally', { count, participants }),
        },
        {
          label: t('innovation.state'),
          of: ({ state }) => <RecordState words="pairState" state={state} />,
        },
        { label: t('record.pairOutcome'), of: ({ outcome }) => outcome || '–' },
        {
          label: t('programmes.next'),
          of: (one) => <Acts acts={pairActs} record={one} state={one.state} />,
        },
      ]}
    />
  );
}
