import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { Icon } from '../ui/icons.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { IdLookUp } from './id-look-up.tsx';
import { MemberFilter } from './member-filter.tsx';
import { MemberPanel } from './member-panel.tsx';
import { MemberTable } from './member-table.tsx';

export default function MembersPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const filter = {
    unionId: read('unionId'),
    state: read('state'),
    memberNo: read('memberNo'),
    cursor: read('cursor'),
  };
  const query = useQuery(queries.members(filter));
  const open = (id: string): void => patch({ id });

  return (
    <Page
      title={t('members.title')}
      lead={
        <span className="with-icon">
          <Icon name="lock" />
          {t('members.masked')}
        </span>
      }
    >
      <IdLookUp onOpen={open} />
      <Section title={t('members.list')}>
        <MemberFilter />
        <Loaded query={query} lines={10}>
          {(page) =>
            page.items.length === 0 ? (
              <Empty title={t('members.none')}>
                <p>{t('members.noneNext')}</p>
                <button
                  type="button"
                  className="button"
                  onClick={() => patch({ unionId: '', state: '', memberNo: '', cursor: '' })}
                >
                  {t('members.clear')}
                </button>
              </Empty>
            ) : (
              <MemberTable label={t('members.list')} members={page.items} onOpen={open} />
            )
          }
        </Loaded>
        <Pager cursor={filter.cursor} nextCursor={query.data?.nextCursor ?? ''} />
      </Section>
      <MemberPanel id={read('id')} onClose={() => patch({ id: '' })} />
    </Page>
  );
}

/** A cursor only leads onward; the way back is what this visit has seen. */
function Pager({
  cursor,
  nextCursor,
}: {
  cursor: string;
  nextCursor: string;
}): ReactElement | null {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  const [seen, setSeen] = useState<readonly string[]>([]);
  if (cursor === '' && nextCursor === '') return null;
  const back = seen.at(-1);
  return (
    <nav className="pager" aria-label={t('members.pages')}>
      <button
        type="button"
        className="button"
        disabled={cursor === ''}
        onClick={() => {
          setSeen([]);
          patch({ cursor: '' });
        }}
      >
        {t('members.firstPage')}
      </button>
      <button
        type="button"
        className="button"
        disabled={cursor === '' || back === undefined}
        onClick={() => {
          setSeen(seen.slice(0, -1));
          patch({ cursor: back });
        }}
      >
        {t('members.previousPage')}
      </button>
      <button
        type="button"
        className="button"
        disabled={nextCursor === ''}
        onClick={() => {
          setSeen([...seen, cursor]);
          patch({ cursor: nextCursor });
        }}
      >
        {t('members.nextPage')}
      </button>
    </nav>
  );
}
