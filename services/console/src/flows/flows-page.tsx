import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { bookQueries } from '../books/books-queries.ts';
import { thisMonth } from '../books/this-month.ts';
import { queries } from '../queries.ts';
import type { MoneyFlows } from '../shapes.ts';
import { DateField } from '../ui/date-field.tsx';
import { Empty, Loaded, Page, Section, Waiting } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useUrl } from '../url.ts';
import { FlowTable } from './flow-table.tsx';
import { FlowVouchers } from './flow-vouchers.tsx';
import { flowQueries } from './flows-queries.ts';
import { PotTable } from './pot-table.tsx';
import { keyOf, sankeyOf } from './sankey.ts';
import type { Band } from './sankey.ts';
import '../books/books.css';
import './flows.css';

const FlowChart = lazy(() => import('./flow-chart.tsx'));

/** The money of a union's year: drawn, and in tables that say the same to the fen. */
export default function FlowsPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const books = useQuery(bookQueries.books()).data?.items ?? [];
  const root = useQuery(queries.node()).data?.rootUnionId;
  const asked = books.find(({ unionId }) => unionId === read('union'));
  const book = asked ?? books.find(({ unionId }) => unionId === root) ?? books[0];
  const year = read('year') || thisMonth().slice(0, 4);
  const unionId = book?.unionId ?? '';
  const query = useQuery(flowQueries.year(unionId, Number(year)));
  return (
    <Page title={t('flows.title')} lead={t('flows.lead')}>
      <div className="filter">
        <div className="field field-wide">
          <label htmlFor="flow-union">{t('books.book')}</label>
          <select
            id="flow-union"
            className="input"
            value={unionId}
            onChange={({ target }) => patch({ union: target.value, flow: '' })}
          >
            {books.map((one) => (
              <option key={one.unionId} value={one.unionId}>
                {one.unionName}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="flow-year">{t('flows.year')}</label>
          <DateField
            id="flow-year"
            picker="year"
            value={year}
            onChange={(to) => patch({ year: to, flow: '' })}
          />
        </div>
      </div>
      {unionId === '' ? (
        <Empty title={t('books.none')}>{t('books.noneNext')}</Empty>
      ) : (
        <Loaded query={query} lines={8}>
          {(flows) => <Year unionId={unionId} year={year} flows={flows} />}
        </Loaded>
      )}
    </Page>
  );
}

interface Props {
  unionId: string;
  year: string;
  flows: MoneyFlows;
}

function Year({ unionId, year, flows }: Props): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const go = useNavigate();
  const sankey = useMemo(() => sankeyOf(flows), [flows]);
  const open = flows.flows.find((one) => keyOf(one) === read('flow'));
  const pick = ({ flow, source }: Band): void => {
    const picked = flow === undefined ? undefined : flows.flows[flow];
    const month = source === 'in:opening' ? '01' : '12';
    if (picked) patch({ flow: keyOf(picked) });
    else void go(`/books?union=${unionId}&period=${year}-${month}`);
  };
  if (flows.pots.length === 0)
    return <Empty title={t('flows.none', { year })}>{t('flows.noneNext')}</Empty>;
  return (
    <>
      <Section title={t('flows.picture', { year })} note={t('flows.pictureNote')} screenOnly>
        <div
          className="flow-picture"
          role="region"
          aria-label={t('flows.picture', { year })}
          tabIndex={0}
        >
          <div className="flow-width">
            <Suspense fallback={<Waiting lines={8} />}>
              <FlowChart title={t('flows.chart', { year })} of={sankey} onPick={pick} />
            </Suspense>
          </div>
        </div>
      </Section>
      <Section title={t('flows.pots')} note={t('flows.potsNote')}>
        <PotTable pots={flows.pots} />
      </Section>
      <Section title={t('flows.flows')} note={t('flows.flowsNote')}>
        <FlowTable flows={flows.flows} onOpen={(flow) => patch({ flow: keyOf(flow) })} />
      </Section>
      <SidePanel
        open={open !== undefined}
        title={t('flows.vouchers')}
        onClose={() => patch({ flow: '' })}
      >
        {open && <FlowVouchers unionId={unionId} year={Number(year)} flow={open} />}
      </SidePanel>
    </>
  );
}
