import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exact, sum } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { FundReportRow } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import type { Grouping } from './receipts-queries.ts';

interface Of {
  year: number;
  grouping: Grouping;
  /** All rows are there, so that their sum is the sum. */
  whole: boolean;
}

/** By level it is asked what was sent on, else what has come. */
const columnsOf = (grouping: Grouping) =>
  grouping === 'LEVEL'
    ? (['dueFen', 'paidUpFen', 'differenceFen'] as const)
    : (['dueFen', 'receivedFen', 'differenceFen'] as const);
type Column = ReturnType<typeof columnsOf>[number];

export function ReportTable({
  of,
  rows,
}: {
  of: Of;
  rows: readonly FundReportRow[];
}): ReactElement {
  const { t, i18n } = useTranslation();
  const columns = columnsOf(of.grouping);
  const heading = (name: Column) =>
    t(
      name === 'differenceFen' && of.grouping === 'LEVEL'
        ? 'receipts.report.unsent'
        : `receipts.report.${name}`,
    );
  const receipts = rows.reduce((all, row) => all + row.receipts, 0);
  return (
    <TableFrame label={t(`receipts.report.by.${of.grouping}`)} className="table-cards report-table">
      <thead>
        <tr>
          <th scope="col">{t(`receipts.report.key.${of.grouping}`)}</th>
          <th scope="col" className="number">
            {t('receipts.report.receipts')}
          </th>
          {columns.map((name) => (
            <th key={name} scope="col" className="number">
              {heading(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <Name of={of} row={row} />
            </th>
            <td className="number" data-label={t('receipts.report.receipts')}>
              <Link to={receiptsOf(of, row)}>
                <span className="hidden">{t('receipts.report.toReceipts')} </span>
                <span className="figure">{exact(row.receipts, i18n.language)}</span>
              </Link>
            </td>
            {columns.map((name) => (
              <td key={name} className="number" data-label={heading(name)}>
                <Sent of={of} row={row} column={name}>
                  <Money fen={row[name]} />
                </Sent>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {of.whole && (
        <tfoot>
          <tr>
            <th scope="row">{t('receipts.report.total')}</th>
            <td className="number" data-label={t('receipts.report.receipts')}>
              {of.grouping === 'LEVEL' ? '' : exact(receipts, i18n.language)}
            </td>
            {columns.map((name) => (
              <td key={name} className="number" data-label={heading(name)}>
                <Money fen={String(sum(rows.map((row) => row[name])))} />
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </TableFrame>
  );
}

function Name({ of, row }: { of: Of; row: FundReportRow }): ReactElement {
  const label = useLabels();
  const groups = { LEVEL: 'level', MODE: 'receiptMode' } as const;
  if (of.grouping === 'UNION') return <>{row.name || row.key}</>;
  return <>{label(groups[of.grouping], row.key)}</>;
}

/** The receipts that a row is made of. */
function receiptsOf({ year, grouping }: Of, { key }: FundReportRow): string {
  const which = { LEVEL: '', MODE: `&mode=${key}`, UNION: `&union=${key}` };
  return `/receipts?year=${year}${which[grouping]}`;
}

/** What was sent leads to the payments to the level above; what stays here leads nowhere. */
interface SentProps {
  of: Of;
  row: FundReportRow;
  column: Column;
  children: ReactNode;
}

function Sent({ of, row, column, children }: SentProps): ReactElement {
  const { t } = useTranslation();
  const level = useQuery(queries.node()).data?.level;
  const stays = row.key === level || row.paidUpFen === '0';
  if (column !== 'paidUpFen' || stays) return <>{children}</>;
  return (
    <Link to={`/settlements?show=all&direction=OUT&kind=REMITTANCE&year=${of.year}`}>
      <span className="hidden">{t('receipts.report.toSettlements')} </span>
      {children}
    </Link>
  );
}
