import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import type { BaseOfRecuperation } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { baseAccreditation, baseActs, publishRoute } from './base-acts.ts';
import { recuperationQueries } from './recuperation-queries.ts';

/** Where workers recuperate, and the routes from one to the other. */
export function Bases(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const region = useQuery(queries.node()).data?.region ?? '';
  return (
    <>
      <Section
        title={t('recuperation.view.bases')}
        note={t('recuperation.basesNote')}
        tools={<Acts acts={baseAccreditation} record={{ region }} />}
      >
        <RecordList
          label={t('recuperation.view.bases')}
          query={useInfiniteQuery(recuperationQueries.bases(''))}
          idOf={({ baseId }) => baseId}
          name={{ label: t('record.baseName'), of: ({ baseName }) => baseName }}
          columns={[
            { label: t('record.union'), of: ({ unionName }) => unionName },
            { label: t('record.baseLevel'), of: (one) => label('resultLevel', one.baseLevel) },
            { label: t('record.address'), of: ({ address }) => address },
            { label: t('record.beds'), number: true, of: ({ capacity }) => capacity },
            { label: t('record.expiresOn'), of: ({ expiresOn }) => expiresOn },
            { label: t('innovation.state'), of: (base) => <Stands base={base} /> },
          ]}
          empty={[t('recuperation.noBases'), t('recuperation.noBasesNext')]}
          panel={(base) => <One base={base} />}
        />
      </Section>
      <Routes />
    </>
  );
}

function Stands({ base }: { base: BaseOfRecuperation }): ReactElement {
  const { t } = useTranslation();
  const stands = base.endedOn === '' && base.expiresOn >= today();
  return (
    <Chip tone={stands ? 'good' : 'plain'}>
      {t(stands ? 'recuperation.stands' : 'recuperation.ended')}
    </Chip>
  );
}

function One({ base }: { base: BaseOfRecuperation }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <Facts
        of={[
          [t('record.union'), base.unionName],
          [t('record.baseLevel'), label('resultLevel', base.baseLevel)],
          [t('record.address'), base.address],
          [t('record.beds'), base.capacity],
          [t('record.accreditedOn'), base.accreditedOn],
          [t('record.expiresOn'), base.expiresOn],
          [t('record.documentNo'), base.documentNo],
          [t('record.endedOn'), base.endedOn],
          [t('record.reason'), base.endReason],
        ]}
      />
      <Acts acts={baseActs} record={base} />
      <Guests baseId={base.baseId} />
    </>
  );
}

/** What the base counts itself: never summed with what units say that they sent. */
function Guests({ baseId }: { baseId: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('record.guests')} note={t('recuperation.guestsNote')}>
      <RecordList
        label={t('record.guests')}
        query={useInfiniteQuery(recuperationQueries.guests(baseId))}
        idOf={({ guestsId }) => guestsId}
        name={{ label: t('record.month'), of: ({ month }) => month }}
        columns={[
          { label: t('record.fromRegion'), of: ({ fromRegionCode }) => fromRegionCode },
          { label: t('record.guests'), number: true, of: ({ guests }) => guests },
          {
            label: t('record.takings'),
            number: true,
            of: ({ takingsFen }) => <Money fen={takingsFen} />,
          },
        ]}
        empty={[t('recuperation.noGuests'), t('recuperation.noGuestsNext')]}
      />
    </Section>
  );
}

function Routes(): ReactElement {
  const { t } = useTranslation();
  const bases = itemsOf(useInfiniteQuery(recuperationQueries.bases(today())).data);
  const named = new Map(bases.map(({ baseId, baseName }) => [baseId, baseName]));
  return (
    <Section
      title={t('recuperation.routes')}
      tools={<Acts acts={publishRoute} record={null} choices={{ bases: [...named] }} />}
    >
      <RecordList
        label={t('recuperation.routes')}
        query={useInfiniteQuery(recuperationQueries.routes())}
        idOf={({ routeId }) => routeId}
        name={{ label: t('record.routeName'), of: ({ routeName }) => routeName }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.days'), number: true, of: ({ days }) => days },
          {
            label: t('record.bases'),
            of: ({ baseIds }) => baseIds.map((id) => named.get(id) ?? '…').join(' – '),
          },
          { label: t('record.publishedOn'), of: ({ publishedOn }) => publishedOn },
          { label: t('record.documentNo'), of: ({ documentNo }) => documentNo },
        ]}
        empty={[t('recuperation.noRoutes'), t('recuperation.noRoutesNext')]}
      />
    </Section>
  );
}
