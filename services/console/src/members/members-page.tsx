import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import { Icon } from '../ui/icons.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { readColumns } from './columns.ts';
import { MemberActions } from './member-actions.tsx';
import { MemberFilter } from './member-filter.tsx';
import { MemberSearch } from './member-search.tsx';
import { MemberTable } from './member-table.tsx';
import { MembersViews } from './members-views.tsx';
import './members.css';
import { Pager } from './pager.tsx';
import { useDuty } from './use-duty.ts';
import { useSearch } from './use-search.ts';

export default function MembersPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const { isDesk } = useDuty();
  const filter = { unionId: read('unionId'), state: read('state') };
  const cursor = read('cursor');
  const search = useSearch(filter);
  const [done, setDone] = useState('');
  // What waits to be decided is decided in turn; nobody is looked for in it.
  const applications = filter.state === 'APPLIED';
  const searches = search.isOn && !applications;
  const list = useQuery({ ...queries.members({ ...filter, cursor }), enabled: !searches });
  const title = applications ? t('members.view.applications') : t('members.list');
  const query = searches ? search.query : list;

  return (
    <Page
      title={t('members.title')}
      lead={
        <span className="with-icon">
          <Icon name="lock" />
          {t('members.masked')}
        </span>
      }
      tools={isDesk && <Link to="/poster">{t('poster.title')}</Link>}
    >
      <MembersViews />
      {!applications && <MemberSearch search={search} />}
      <Section
        title={title}
        note={
          searches ? <SearchedFor search={search} /> : applications && t('members.waitingFirst')
        }
        tools={<ColumnChooser />}
      >
        <MemberFilter ofState={!applications} onChange={search.refilter} />
        <p className={done === '' ? '' : 'note record-note'} role="status">
          {done}
        </p>
        <Loaded query={query} lines={10}>
          {({ items }) =>
            items.length === 0 ? (
              <Nobody searched={searches} />
            ) : (
              <MemberTable
                label={title}
                columns={readColumns(read('columns'), filter.state)}
                members={items}
                actions={
                  applications && isDesk
                    ? (member) => <MemberActions member={member} short onDone={setDone} />
                    : undefined
                }
              />
            )
          }
        </Loaded>
        {searches ? (
          <SearchPages search={search} />
        ) : (
          <Pager
            key={filter.unionId + filter.state}
            cursor={cursor}
            nextCursor={list.data?.nextCursor ?? ''}
            onGo={(to) => patch({ cursor: to })}
          />
        )}
      </Section>
    </Page>
  );
}

type Search = ReturnType<typeof useSearch>;

/** A number is kept nowhere, so nothing leads on from its first page; few have one number. */
function SearchPages({ search }: { search: Search }): ReactNode {
  const { text, cursor, query, setCursor } = search;
  if (text === '') return null;
  const nextCursor = query.data?.nextCursor ?? '';
  return <Pager key={text} cursor={cursor} nextCursor={nextCursor} onGo={setCursor} />;
}

function SearchedFor({ search }: { search: Search }): ReactNode {
  const { t } = useTranslation();
  const { text, end, query } = search;
  const count = query.data?.items.length ?? 0;
  const more = (query.data?.nextCursor ?? '') !== '' ? '+' : '';
  return (
    <span role="status">
      {end === ''
        ? t('members.foundText', { text, count, more })
        : t('members.foundNumber', { end, count, more })}
    </span>
  );
}

function Nobody({ searched }: { searched: boolean }): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const applications = read('state') === 'APPLIED';
  const words = searched ? 'Found' : applications ? 'Applied' : '';
  const filtered = read('unionId') !== '' || (read('state') !== '' && !applications);
  return (
    <Empty title={t(`members.none${words}`)}>
      <p>{t(`members.none${words}Next`)}</p>
      {filtered && (
        <button
          type="button"
          className="button"
          onClick={() => patch({ unionId: '', cursor: '', ...(applications ? {} : { state: '' }) })}
        >
          {t('members.clear')}
        </button>
      )}
    </Empty>
  );
}
