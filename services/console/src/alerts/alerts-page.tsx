import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, client } from '../client.ts';
import type { SpendingAlert } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { sourceOf } from './alert-source.ts';

/** What somebody should look at while money is spent, kind by kind, each with the way to its source. */
export default function AlertsPage(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useQuery({
    queryKey: ['live', 'alerts'],
    queryFn: () => answer(client.GET('/spending-alerts')),
  });
  return (
    <Page title={t('alerts.title')} lead={t('alerts.lead')}>
      <Loaded query={query} lines={8}>
        {({ items, counts }) =>
          counts.length === 0 ? (
            <Empty title={t('alerts.none')}>{t('alerts.noneNext')}</Empty>
          ) : (
            counts.map(({ kind, count }) => (
              <Section
                key={kind}
                title={`${label('alertKind', kind)} · ${t('alerts.countOf', { count })}`}
                note={label('alertMeans', kind)}
              >
                <AlertTable
                  label={label('alertKind', kind)}
                  items={items.filter((one) => one.kind === kind)}
                />
              </Section>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

interface TableProps {
  label: string;
  items: readonly SpendingAlert[];
}

/** Not each kind has each of these: a column in which nothing stands is left out. */
const COLUMNS = [
  ['amount', 'amountFen'],
  ['against', 'againstFen'],
  ['since', 'sinceOn'],
  ['due', 'dueOn'],
] as const;

function AlertTable({ label, items }: TableProps): ReactElement {
  const { t } = useTranslation();
  const columns = COLUMNS.filter(([, field]) => items.some((one) => !EMPTY.has(one[field])));
  return (
    <TableFrame label={label} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('alerts.what')}</th>
          <th scope="col">{t('alerts.unit')}</th>
          {columns.map(([name, field]) => (
            <th key={name} scope="col" className={isAmount(field) ? 'number' : ''}>
              {t(`alerts.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={`${one.unionId} ${one.recordId} ${one.recordName} ${one.voucherNo}`}>
            <th scope="row">
              <Link to={sourceOf(one)}>
                {one.recordName || t('alerts.open')}
                {one.voucherNo !== '0' && ` · ${t('alerts.voucherNo', { no: one.voucherNo })}`}
              </Link>
            </th>
            <td data-label={t('alerts.unit')}>{one.unionName}</td>
            {columns.map(([name, field]) => (
              <td
                key={name}
                className={isAmount(field) ? 'number' : ''}
                data-label={t(`alerts.${name}`)}
              >
                {isAmount(field) ? <Money fen={one[field]} blankZero /> : one[field] || '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

const EMPTY: ReadonlySet<string> = new Set(['', '0']);

const isAmount = (field: (typeof COLUMNS)[number][1]) => field.endsWith('Fen');
