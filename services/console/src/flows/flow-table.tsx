import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyFlow } from '../shapes.ts';
import { Figure } from '../ui/figure.tsx';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useEndWords } from './end-words.ts';
import { keyOf } from './sankey.ts';

interface Props {
  flows: readonly MoneyFlow[];
  onOpen: (flow: MoneyFlow) => void;
}

/** What the picture shows, to the fen; each amount leads to its vouchers. */
export function FlowTable({ flows, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const words = useEndWords();
  return (
    <TableFrame label={t('flows.flows')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('flows.from')}</th>
          <th scope="col">{t('flows.to')}</th>
          <th scope="col" className="number">
            {t('flows.moves')}
          </th>
          <th scope="col" className="number">
            {t('payments.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {flows.map((one) => (
          <tr key={keyOf(one)}>
            <th scope="row">{words(one.fromKind, one.fromPart)}</th>
            <td data-label={t('flows.to')}>{words(one.toKind, one.toPart)}</td>
            <td className="number" data-label={t('flows.moves')}>
              <Figure value={one.moveCount} />
            </td>
            <td className="number" data-label={t('payments.amount')}>
              <button type="button" className="traced" onClick={() => onOpen(one)}>
                <span className="hidden">{t('flows.toVouchers')} </span>
                <Money fen={one.amountFen} />
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
