import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sum } from '../numbers.ts';
import type { MoneyPot } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';

const columns = ['openingFen', 'inFen', 'outFen', 'closingFen'] as const;

/** opening + in − out = closing, pot by pot. */
export function PotTable({ pots }: { pots: readonly MoneyPot[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const heads = {
    openingFen: t('flows.opening'),
    inFen: t('flows.in'),
    outFen: t('flows.out'),
    closingFen: t('flows.closing'),
  };
  return (
    <TableFrame label={t('flows.pots')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('flows.pot')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="number">
              {heads[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pots.map((one) => (
          <tr key={one.potKind}>
            <th scope="row">{label('potKind', one.potKind)}</th>
            {columns.map((column) => (
              <td key={column} className="number" data-label={heads[column]}>
                <Money fen={one[column]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('flows.all')}</th>
          {columns.map((column) => (
            <td key={column} className="number" data-label={heads[column]}>
              <Money fen={String(sum(pots.map((one) => one[column])))} />
            </td>
          ))}
        </tr>
      </tfoot>
    </TableFrame>
  );
}
