import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { RecuperationBatch } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Empty, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useWho } from '../ui/use-who.ts';
import { nomineeActs } from './batch-acts.ts';

interface Props {
  batch: RecuperationBatch;
}

export function BatchQuotas({ batch: { quotas } }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('record.quotas')}>
      <RecordTable
        label={t('record.quotas')}
        items={quotas}
        idOf={({ unionId }) => unionId}
        name={{ label: t('record.union'), of: ({ unionName }) => unionName }}
        columns={[
          { label: t('recuperation.places'), number: true, of: ({ places }) => places },
          { label: t('recuperation.nominated'), number: true, of: ({ nominated }) => nominated },
        ]}
      />
    </Section>
  );
}

/** Whom the units named, in the order in which they go. */
export function BatchNominees({ batch }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const groups = batch.groups.map(
    (one) =>
      [one.offerId, `${one.groupName} ${one.travelsFrom} · ${one.taken}/${one.places}`] as const,
  );
  return (
    <Section title={t('recuperation.people')} note={t('recuperation.peopleNote')}>
      {batch.nominees.length === 0 ? (
        <Empty title={t('recuperation.nobody')}>{t('recuperation.nobodyNext')}</Empty>
      ) : (
        <RecordTable
          label={t('recuperation.people')}
          items={batch.nominees}
          idOf={({ nomineeId }) => nomineeId}
          name={{ label: t('record.personName'), of: (one) => one.personNameMasked }}
          columns={[
            { label: t('record.union'), of: ({ unionName }) => unionName },
            { label: t('record.targetGroup'), of: (one) => label('targetGroup', one.targetGroup) },
            {
              label: t('innovation.state'),
              of: (one) => <RecordState words="nomineeState" state={one.nomineeState} />,
            },
            { label: t('record.group'), of: ({ groupName }) => groupName || '–' },
            {
              label: t('venues.acts'),
              of: (nominee) => (
                <Acts acts={nomineeActs} record={{ batch, nominee }} choices={{ group: groups }} />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

export function BatchGroups({ batch: { groups } }: Props): ReactElement | null {
  const { t } = useTranslation();
  if (groups.length === 0) return null;
  return (
    <Section title={t('recuperation.groups')}>
      <RecordTable
        label={t('recuperation.groups')}
        items={groups}
        idOf={({ groupId }) => groupId}
        name={{ label: t('record.group'), of: ({ groupName }) => groupName }}
        columns={[
          { label: t('recuperation.leavesOn'), of: ({ travelsFrom }) => travelsFrom },
          { label: t('recuperation.backOn'), of: ({ travelsTo }) => travelsTo },
          { label: t('recuperation.places'), number: true, of: ({ places }) => places },
          { label: t('recuperation.taken'), number: true, of: ({ taken }) => taken },
        ]}
      />
    </Section>
  );
}

/** Each step it took, and who took it. */
export function BatchSteps({ batch: { steps } }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const rows = steps.map((step, no) => ({ ...step, no }));
  return (
    <Section title={t('innovation.steps')}>
      <RecordTable
        label={t('innovation.steps')}
        items={rows}
        idOf={({ no }) => String(no)}
        name={{ label: t('innovation.state'), of: ({ state }) => label('batchState', state) }}
        columns={[
          { label: t('record.stepOn'), of: ({ stepOn }) => stepOn },
          {
            label: t('record.remarks'),
            of: ({ note, documentNo }) => [note, documentNo].filter(Boolean).join(' · ') || '–',
          },
          { label: t('innovation.actedBy'), of: ({ actedBy }) => who(actedBy) },
        ]}
      />
    </Section>
  );
}
