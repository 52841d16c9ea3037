import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { fenSince } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { ACTIVITY_KINDS } from '../acts/service-fields.ts';
import type { Activity } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { activityActs, activityStates, planActivity } from './activity-acts.ts';
import { venuesQueries } from './venues-queries.ts';

/** What workers come to. Who signed up is nobody’s to read here, and is forgotten once it was held. */
export function Activities(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = {
    unionId: read('union'),
    activityKind: oneOf(ACTIVITY_KINDS, read('activity')),
    state: oneOf(activityStates, read('state')),
  };
  return (
    <Section title={t('venues.view.activities')} note={t('activities.note')} tools={<Plan />}>
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.activityType')}
          name="activity"
          words="activityType"
          codes={ACTIVITY_KINDS}
        />
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="activityState"
          codes={activityStates}
        />
      </div>
      <RecordList
        label={t('venues.view.activities')}
        query={useInfiniteQuery(venuesQueries.activities(of))}
        idOf={({ activityId }) => activityId}
        name={{ label: t('record.activityTitle'), of: ({ title }) => title }}
        columns={[
          { label: t('record.activityType'), of: (one) => label('activityType', one.activityKind) },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.beginsOn'), of: ({ startsOn }) => startsOn },
          { label: t('activities.signedUp'), number: true, of: signedUp },
          {
            label: t('record.came'),
            number: true,
            of: ({ state, attendance }) => (state === 'HELD' ? attendance : '–'),
          },
          {
            label: t('innovation.state'),
            of: ({ state }) => <RecordState words="activityState" state={state} />,
          },
        ]}
        empty={[t('activities.none'), t('activities.noneNext')]}
        panel={(one) => <One activity={one} />}
      />
    </Section>
  );
}

const signedUp = ({ places, taken }: Activity): string =>
  places === 0 ? '–' : `${taken} / ${places}`;

/** Where it is at a venue, one that is in use. */
function Plan(): ReactElement {
  const { t } = useTranslation();
  const venues = useQuery(venuesQueries.near('', undefined)).data ?? [];
  const choices = venues.map((one) => [one.venueId, one.venueName] as const);
  return (
    <Acts
      acts={planActivity}
      record={null}
      choices={{ venue: [['', t('activities.nowhere')], ...choices] }}
    />
  );
}

function One({ activity }: { activity: Activity }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { state, heldOn } = activity;
  return (
    <>
      <Facts
        of={[
          [t('record.activityType'), label('activityType', activity.activityKind)],
          [t('record.union'), activity.unionName],
          [t('record.place'), activity.place],
          [t('record.beginsOn'), activity.startsOn],
          [t('record.endsOn'), activity.endsOn],
          [t('activities.signedUp'), activity.places === 0 ? '' : signedUp(activity)],
          [t('record.heldOn'), heldOn],
          [t('record.came'), heldOn === '' ? '' : activity.attendance],
          [t('record.cost'), fenSince(activity.costFen, heldOn)],
          [t('record.materials'), activity.materials === 0 ? '' : activity.materials],
          [t('record.materialTopic'), activity.topic],
        ]}
      />
      <Acts acts={activityActs} record={activity} state={state} />
    </>
  );
}
