import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { queries } from '../queries.ts';
import { DateField } from '../ui/date-field.tsx';
import { Icon } from '../ui/icons.tsx';
import { Loaded, Page } from '../ui/page.tsx';
import { merged, useUrl } from '../url.ts';
import { DueView } from './due-view.tsx';
import { SearchResults } from './search-results.tsx';
import { UnionDetail } from './union-detail.tsx';
import { UnionTree } from './union-tree.tsx';

const views = ['tree', 'due'] as const;

export default function UnionsPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const node = useQuery(queries.node());
  const id = read('id');
  const asOf = read('asOf');
  const view = read('view') === 'due' ? 'due' : 'tree';

  return (
    <Page
      title={t('unions.title')}
      lead={asOf === '' ? undefined : t('unions.asOfNote', { date: asOf })}
      tools={
        <div className="field">
          <label htmlFor="as-of">{t('unions.asOf')}</label>
          <DateField
            id="as-of"
            value={asOf}
            placeholder={t('unions.asOfToday')}
            clearable
            onChange={(date) => patch({ asOf: date })}
          />
        </div>
      }
    >
      <Views view={view} />
      <div className={`side-by-side side-${view} ${id === '' ? '' : 'side-open'}`}>
        <div className="side-list">
          {view === 'tree' ? (
            <Loaded query={node} lines={10}>
              {(facts) => <TreeView rootId={facts.rootUnionId} asOf={asOf} chosen={id} />}
            </Loaded>
          ) : (
            <DueView asOf={asOf} chosen={id} onChoose={(union) => patch({ id: union })} />
          )}
        </div>
        <div className="side-detail">
          <UnionDetail id={id} asOf={asOf} onChoose={(union) => patch({ id: union })} />
        </div>
      </div>
    </Page>
  );
}

function Views({ view }: { view: (typeof views)[number] }): ReactElement {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  return (
    <nav className="views" aria-label={t('unions.views')}>
      {views.map((one) => (
        <Link
          key={one}
          to={{ search: merged(params, { view: one === 'tree' ? '' : one }).toString() }}
          aria-current={one === view ? 'page' : undefined}
        >
          {t(`unions.view.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

interface TreeViewProps {
  rootId: string;
  asOf: string;
  chosen: string;
}

function TreeView({ rootId, asOf, chosen }: TreeViewProps): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const search = read('q');
  const choose = (id: string): void => patch({ id });
  return (
    <>
      <form
        className="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          patch({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() });
        }}
      >
        <label className="hidden" htmlFor="union-search">
          {t('unions.search')}
        </label>
        <input
          key={search}
          id="union-search"
          className="input"
          name="q"
          type="search"
          defaultValue={search}
          placeholder={t('unions.searchHint')}
        />
        <button type="submit" className="button button-icon">
          <Icon name="search" />
          <span className="hidden">{t('unions.search')}</span>
        </button>
      </form>
      {search === '' ? (
        <UnionTree key={asOf} rootId={rootId} asOf={asOf} chosen={chosen} onChoose={choose} />
      ) : (
        <SearchResults
          search={search}
          asOf={asOf}
          chosen={chosen}
          onChoose={choose}
          onClear={() => patch({ q: '' })}
        />
      )}
    </>
  );
}
