import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { moment } from '../dates.ts';
import type { Notice, NoticeLine } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { RecordTable, type Column } from '../ui/record-table.tsx';
import { noticeActs, objectionActs } from './notice-acts.ts';
import { noticeQueries } from './notices-queries.ts';

/** One notice: exactly what of it is shown, until when, and what was said against it. */
export function NoticeView({ noticeId }: { noticeId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(noticeQueries.one(noticeId));
  const notice = query.data;
  return (
    <Page
      title={notice?.heading ?? t('notice.one')}
      above={
        <Link to="/notices" className="payment-back">
          <Icon name="back" />
          {t('notices.title')}
        </Link>
      }
      lead={
        notice && (
          <>
            <RecordState words="noticeStanding" state={notice.standing} /> {notice.unionName}
          </>
        )
      }
      tools={notice && <Acts acts={noticeActs} record={notice} />}
    >
      <Loaded query={query} lines={8}>
        {(one) => (
          <>
            <About notice={one} />
            <Lines notice={one} />
            <Objections notice={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const records: Readonly<Record<string, string>> = {
  HARDSHIP_FILE: '/hardship/',
  RELIEF_GRANT: '/relief-grants/',
};

function About({ notice }: { notice: Notice }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { subject, subjectId, channels, noticeId, standing } = notice;
  const online = channels.includes('ONLINE') && ['RUNNING', 'STOPPED'].includes(standing);
  const to = records[subject];
  return (
    <Section title={t('notice.about')}>
      <Facts
        of={[
          [t('notice.startsOn'), notice.startsOn],
          [t('notice.endsOn'), notice.endsOn || t('notice.stopped')],
          [t('notice.workingDays'), String(notice.workingDays)],
          [t('record.channels'), channels.map((one) => label('noticeChannel', one)).join('、')],
          [t('record.contactOffice'), notice.contactOffice],
          [t('record.contactPhone'), notice.contactPhone],
          [
            t('notice.page'),
            online ? (
              <a key="page" href={`/public/notices/${noticeId}`} target="_blank" rel="noreferrer">
                {t('notice.openPage')}
              </a>
            ) : (
              ''
            ),
          ],
          [
            label('noticeSubject', subject),
            to && (
              <Link key="record" to={to + subjectId}>
                {t('notice.openRecord')}
              </Link>
            ),
          ],
          [t('notice.withdrawReason'), notice.withdrawReason],
        ]}
      />
    </Section>
  );
}

/** As the wall and the page show it: these columns, in this order, and nothing else. */
function Lines({ notice: { lines, columns } }: { notice: Notice }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const known: Readonly<Record<string, Column<NoticeLine>>> = {
    NAME: { label: label('noticeColumn', 'NAME'), of: ({ nameMasked }) => nameMasked },
    UNION: { label: label('noticeColumn', 'UNION'), of: ({ unionName }) => unionName },
    CATEGORY: {
      label: label('noticeColumn', 'CATEGORY'),
      of: ({ category }) => label('noticeCategory', category),
    },
    AMOUNT: {
      label: label('noticeColumn', 'AMOUNT'),
      number: true,
      of: ({ amountFen }) => <Money fen={amountFen} blankZero />,
    },
  };
  return (
    <Section title={t('notice.shown')} note={t('notice.shownNote')}>
      <RecordTable
        label={t('notice.shown')}
        items={lines}
        idOf={({ seq }) => String(seq)}
        name={{ label: t('notice.seq'), of: ({ seq }) => String(seq) }}
        columns={columns.flatMap((one) => known[one] ?? [])}
      />
    </Section>
  );
}

function Objections({ notice }: { notice: Notice }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('notice.objections')} note={t('notice.objectionsNote')}>
      {notice.objections.length === 0 ? (
        <Empty title={t('notice.noObjections')} />
      ) : (
        <RecordTable
          label={t('notice.objections')}
          items={notice.objections}
          idOf={({ objectionId }) => objectionId}
          name={{
            label: t('notice.raisedAt'),
            of: ({ raisedAt }) => moment(raisedAt),
          }}
          columns={[
            { label: t('notice.summary'), of: ({ summary }) => summary || t('notice.hidden') },
            { label: t('notice.outcome'), of: ({ outcome }) => outcome || '–' },
            { label: t('notice.closedOn'), of: ({ closedOn }) => closedOn || '–' },
            {
              label: t('notice.do'),
              of: (objection) => <Acts acts={objectionActs} record={{ notice, objection }} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
