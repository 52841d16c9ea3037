import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import type { Venue } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Empty, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useWho } from '../ui/use-who.ts';
import { signboardActs } from './venue-acts.ts';

interface Props {
  venue: Venue;
}

/** What it is besides what it was built as; it counts once all the same. */
export function VenueSignboards({ venue }: Props): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  if (venue.openedOn === '') return null;
  return (
    <Section title={t('venues.signboards')} note={t('venues.signboardsNote')}>
      {venue.signboards.length === 0 ? (
        <Empty title={t('venues.noSignboards')} />
      ) : (
        <RecordTable
          label={t('venues.signboards')}
          items={venue.signboards}
          idOf={({ signboardKind, hungOn }) => `${signboardKind} ${hungOn}`}
          name={{ label: t('record.signboardName'), of: (one) => one.signboardName }}
          columns={[
            {
              label: t('record.signboardKind'),
              of: (one) => label('venueKind', one.signboardKind),
            },
            { label: t('record.hungOn'), of: ({ hungOn }) => hungOn },
            { label: t('record.removedOn'), of: ({ removedOn }) => removedOn || '–' },
            {
              label: t('venues.acts'),
              of: (signboard) => <Acts acts={signboardActs} record={{ venue, signboard }} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** Each year’s, with what was lacking by the rule of its day. */
export function VenueChecks({ venue }: Props): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  const words = (codes: readonly string[]) =>
    codes.map((code) => label('venueHave', code)).join(' · ');
  if (venue.openedOn === '') return null;
  return (
    <Section title={t('venues.checks')}>
      {venue.checks.length === 0 ? (
        <Empty title={t('venues.noChecks')} />
      ) : (
        <RecordTable
          label={t('venues.checks')}
          items={venue.checks}
          idOf={({ year }) => String(year)}
          name={{ label: t('record.year'), of: ({ year }) => String(year) }}
          columns={[
            { label: t('record.checkedOn'), of: ({ checkedOn }) => checkedOn },
            { label: t('record.haves'), of: ({ haves }) => words(haves) || '–' },
            {
              label: t('venues.lacking'),
              of: ({ lacking }) =>
                lacking.length === 0 ? '–' : <Chip tone="bad">{words(lacking)}</Chip>,
            },
            { label: t('record.remarks'), of: ({ note }) => note || '–' },
          ]}
        />
      )}
    </Section>
  );
}

export function VenueTitles({ venue }: Props): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  if (venue.openedOn === '') return null;
  return (
    <Section title={t('venues.titles')}>
      {venue.recognitions.length === 0 ? (
        <Empty title={t('venues.noTitles')} />
      ) : (
        <RecordTable
          label={t('venues.titles')}
          items={venue.recognitions}
          idOf={({ title, honourLevel }) => `${title} ${honourLevel}`}
          name={{ label: t('record.venueTitle'), of: ({ title }) => title }}
          columns={[
            { label: t('record.honourLevel'), of: (one) => label('resultLevel', one.honourLevel) },
            { label: t('record.recognisedOn'), of: ({ recognisedOn }) => recognisedOn },
            { label: t('record.documentNo'), of: ({ documentNo }) => documentNo },
          ]}
        />
      )}
    </Section>
  );
}

/** Each step it took, and who took it. */
export function VenueSteps({ venue }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  return (
    <Section title={t('innovation.steps')}>
      <RecordTable
        label={t('innovation.steps')}
        items={venue.steps}
        idOf={({ state, stepOn }) => `${state} ${stepOn}`}
        name={{ label: t('innovation.state'), of: ({ state }) => label('venueState', state) }}
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
