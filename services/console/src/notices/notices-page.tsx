import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { NOTICE_SUBJECTS } from '../acts/welfare-fields.ts';
import { today } from '../dates.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useUrl } from '../url.ts';
import { NoticeView } from './notice-view.tsx';
import { templateActs } from './notice-acts.ts';
import { noticeQueries } from './notices-queries.ts';
import '../payments/payments.css';

/** What is shown in public, for whom it was written; `/notices/<id>` is one of them. */
export default function NoticesPage(): ReactElement {
  const { t } = useTranslation();
  const { noticeId = '' } = useParams();
  if (noticeId !== '') return <NoticeView key={noticeId} noticeId={noticeId} />;
  return (
    <Page title={t('notices.title')} lead={t('notice.lead')}>
      <Notices />
      <Templates />
    </Page>
  );
}

function Notices(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const of = {
    unionId: read('union'),
    subject: oneOf(NOTICE_SUBJECTS, read('subject')),
    subjectId: read('id'),
    objected: read('objected') === 'true',
  };
  const query = useInfiniteQuery(noticeQueries.list(of));
  return (
    <Section title={t('notice.all')} note={t('notice.allNote')}>
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.noticeSubject')}
          name="subject"
          words="noticeSubject"
          codes={NOTICE_SUBJECTS}
        />
        <ChoiceField
          label={t('notice.open')}
          value={of.objected ? 'true' : ''}
          choices={[
            ['', t('innovation.every')],
            ['true', t('notice.objected')],
          ]}
          onValue={(objected) => patch({ objected })}
        />
      </div>
      <RecordList
        label={t('notice.all')}
        query={query}
        idOf={({ noticeId }) => noticeId}
        name={{ label: t('record.noticeHeading'), of: ({ heading }) => heading }}
        to={({ noticeId }) => `/notices/${noticeId}`}
        columns={[
          {
            label: t('record.noticeSubject'),
            of: ({ subject }) => label('noticeSubject', subject),
          },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('notice.startsOn'), of: ({ startsOn }) => startsOn },
          { label: t('notice.endsOn'), of: ({ endsOn }) => endsOn || t('notice.stopped') },
          {
            label: t('notice.open'),
            number: true,
            of: ({ openObjections }) => openObjections,
          },
          {
            label: t('notice.standing'),
            of: ({ standing }) => <RecordState words="noticeStanding" state={standing} />,
          },
        ]}
        empty={[t('notice.none'), t('notice.noneNext')]}
      />
    </Section>
  );
}

function Templates(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useQuery(noticeQueries.templates());
  const rules = useQuery(noticeQueries.rules(today())).data ?? [];
  return (
    <Section
      title={t('notice.templates')}
      note={t('notice.templatesNote')}
      tools={<Acts acts={templateActs} record={null} />}
    >
      <Loaded query={query}>
        {(items) => (
          <RecordTable
            label={t('notice.templates')}
            items={items}
            idOf={({ subject }) => subject}
            name={{
              label: t('record.noticeSubject'),
              of: ({ subject }) => label('noticeSubject', subject),
            }}
            columns={[
              { label: t('record.noticeHeading'), of: ({ heading }) => heading },
              {
                label: t('record.noticeColumns'),
                of: ({ columns }) => columns.map((one) => label('noticeColumn', one)).join('、'),
              },
              {
                label: t('notice.workingDays'),
                number: true,
                of: ({ subject }) =>
                  rules.find((rule) => rule.subject === subject)?.workingDays ?? '–',
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
