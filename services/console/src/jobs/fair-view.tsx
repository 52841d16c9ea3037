import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { JobFair } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { Way } from '../ui/way.tsx';
import { fairActs, fairWay, vacancyActs } from './fair-acts.ts';
import { jobsQueries } from './jobs-queries.ts';

/** One fair: who comes, whom they want, how many meant to apply, who was placed. */
export function FairView({ jobFairId }: { jobFairId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(jobsQueries.fair(jobFairId));
  const fair = query.data;
  return (
    <Page
      title={fair?.title ?? t('employment.title')}
      above={
        <nav className="trail" aria-label={t('jobFairs.views')}>
          <Link to="/employment" className="with-icon">
            <Icon name="back" />
            {t('jobFairs.back')}
          </Link>
        </nav>
      }
      lead={
        fair && (
          <>
            <RecordState words="fairState" state={fair.state} /> {fair.unionName}
          </>
        )
      }
      tools={fair && <Tools fair={fair} />}
    >
      <Loaded query={query} lines={10}>
        {(one) => <Whole fair={one} />}
      </Loaded>
    </Page>
  );
}

function Tools({ fair }: { fair: JobFair }): ReactElement {
  const vacancies = itemsOf(useInfiniteQuery(jobsQueries.vacancies(fair.jobFairId)).data);
  const employer = fair.employers.map((one) => [one.employerUscc, one.employerName] as const);
  const intents = vacancies
    .filter(({ state }) => state === 'OPEN')
    .map((one) => [one.vacancyId, `${one.vacancyTitle} · ${one.employerName}`] as const);
  return <Acts acts={fairActs} record={fair} state={fair.state} choices={{ employer, intents }} />;
}

function Whole({ fair }: { fair: JobFair }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const held = ['HELD', 'REPORTED'].includes(fair.state);
  return (
    <>
      {fair.state !== 'CANCELLED' && (
        <Way
          steps={fairWay.map((one) => [one, label('fairStep', one)])}
          here={fair.state}
          done={fair.state === 'REPORTED'}
        />
      )}
      <Section title={t('jobFairs.about')}>
        <Facts
          of={[
            [t('record.fairBrand'), label('fairBrand', fair.campaign)],
            [t('record.channel'), label('fairChannel', fair.channel)],
            [t('record.place'), fair.place],
            [t('jobFairs.period'), `${fair.holdsFrom} – ${fair.holdsTo}`],
            [t('jobFairs.employers'), fair.employerCount],
            [t('jobFairs.wanted'), fair.wanted],
            [t('record.attendees'), held ? fair.attendees : ''],
            [t('record.intents'), held ? fair.intents : ''],
            [t('jobFairs.placed'), fair.placed],
            [t('record.report'), fair.report],
          ]}
        />
      </Section>
      <Employers fair={fair} />
      <Vacancies fair={fair} />
    </>
  );
}

function Employers({ fair: { employers } }: { fair: JobFair }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('jobFairs.employers')}>
      {employers.length === 0 ? (
        <Empty title={t('jobFairs.noEmployers')}>{t('jobFairs.noEmployersNext')}</Empty>
      ) : (
        <RecordTable
          label={t('jobFairs.employers')}
          items={employers}
          idOf={({ employerUscc }) => employerUscc}
          name={{ label: t('record.employerName'), of: ({ employerName }) => employerName }}
          columns={[
            { label: t('record.employerUscc'), of: ({ employerUscc }) => employerUscc },
            { label: t('jobFairs.vacancies'), number: true, of: (one) => one.vacancyCount },
          ]}
        />
      )}
    </Section>
  );
}

function Vacancies({ fair }: { fair: JobFair }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('jobFairs.vacancies')} note={t('jobFairs.vacanciesNote')}>
      <RecordList
        label={t('jobFairs.vacancies')}
        query={useInfiniteQuery(jobsQueries.vacancies(fair.jobFairId))}
        idOf={({ vacancyId }) => vacancyId}
        name={{
          label: t('record.vacancyTitle'),
          of: ({ vacancyTitle }) => vacancyTitle,
          part: ({ terms }) => terms,
        }}
        columns={[
          { label: t('record.employerName'), of: ({ employerName }) => employerName },
          { label: t('record.headcount'), number: true, of: ({ headcount }) => headcount },
          {
            label: t('jobFairs.wage'),
            number: true,
            of: (one) => (
              <>
                <Money fen={one.wageFromFen} /> – <Money fen={one.wageToFen} />
              </>
            ),
          },
          { label: t('record.workplace'), of: ({ workplace }) => workplace },
          { label: t('record.intents'), number: true, of: ({ intents }) => intents },
          {
            label: t('innovation.state'),
            of: ({ state }) => <RecordState words="vacancyState" state={state} />,
          },
          {
            label: t('venues.acts'),
            of: (vacancy) => <Acts acts={vacancyActs} record={{ fair, vacancy }} />,
          },
        ]}
        empty={[t('jobFairs.noVacancies'), t('jobFairs.noVacanciesNext')]}
      />
    </Section>
  );
}
