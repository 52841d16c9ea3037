import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import { Icon } from '../ui/icons.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import { ReportTable } from './fund-report-table.tsx';
import { receiptQueries, type Grouping } from './receipts-queries.ts';
import { useReach } from './use-reach.ts';

const groupings = ['LEVEL', 'MODE', 'UNION'] as const;

/** 经费收缴报告表: of a year's periods what is due to the levels above the unions, what has come, and what was sent on. */
export function FundReport(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const year = /^\d{4}$/.test(read('year')) ? Number(read('year')) : new Date().getFullYear();
  const root = useQuery(queries.node()).data?.rootUnionId ?? '';
  const name = useQuery({ ...queries.union(root, ''), enabled: root !== '' }).data?.name ?? '';
  return (
    <>
      <div className="filter">
        <YearField
          label={t('receipts.report.year')}
          value={String(year)}
          onValue={(to) => patch({ year: to })}
        />
        <button type="button" className="button filter-off" onClick={() => window.print()}>
          <Icon name="print" />
          {t('action.print')}
        </button>
      </div>
      <h2 className="report-title">{t('receipts.report.title', { year })}</h2>
      <p className="note report-head">
        {name} · {t('reconciliation.unit')}
      </p>
      <Parts year={year} />
    </>
  );
}

/** Where nothing was collected one says so once. */
function Parts({ year }: { year: number }): ReactElement {
  const { t } = useTranslation();
  const { writes } = useReach();
  const query = useInfiniteQuery(receiptQueries.report(year, 'LEVEL'));
  return (
    <Loaded query={query} lines={8}>
      {({ pages: [page] }) =>
        page?.rows.length === 0 ? (
          <Empty title={t('receipts.report.none', { year })}>
            <p>{t('receipts.report.noneNext')}</p>
            {writes && (
              <Link className="button" to="/receipts/new">
                {t('receipts.bring')}
              </Link>
            )}
          </Empty>
        ) : (
          groupings.map((grouping) => <Part key={grouping} year={year} grouping={grouping} />)
        )
      }
    </Loaded>
  );
}

/** One way to divide the same money; each by itself comes to the whole. */
function Part({ year, grouping }: { year: number; grouping: Grouping }): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(receiptQueries.report(year, grouping));
  const shown = query.data?.pages.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Section
      title={t(`receipts.report.by.${grouping}`)}
      note={t(`receipts.report.note.${grouping}`)}
    >
      <Loaded query={query}>
        {({ pages }) => (
          <ReportTable
            of={{ year, grouping, whole: !query.hasNextPage }}
            rows={pages.flatMap(({ rows }) => rows)}
          />
        )}
      </Loaded>
      {query.hasNextPage && <p className="note">{t('receipts.report.partial', { shown })}</p>}
      <MoreButton query={query} />
      {grouping === 'LEVEL' && <Remit />}
    </Section>
  );
}

/** What is owed upward is proposed from here. */
function Remit(): ReactElement | null {
  const { t } = useTranslation();
  const { writes } = useReach();
  const superior = useQuery(queries.node()).data?.superior;
  if (!writes || !superior) return null;
  return (
    <p className="more screen-only">
      <Link className="button" to="/settlements?propose=REMITTANCE">
        {t('receipts.report.remit')}
      </Link>
    </p>
  );
}
