import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Audit, ScanHit } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { AskAction } from './ask-action.tsx';
import { raise } from './audit-actions.ts';
import type { FieldName } from './audit-fields.ts';
import { VoucherLink } from './voucher-link.tsx';

interface Props {
  audit: Audit;
  hits: readonly ScanHit[];
  /** What a finding is asked for; none: the reader may not raise one. */
  fields: readonly FieldName[];
}

/** What a rule remarked: hits of one group stand together, and one click makes a finding of one. */
export function HitTable({ audit, hits, fields }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [asked, setAsked] = useState<ScanHit>();
  return (
    <>
      <TableFrame label={t('audits.hitsOf')}>
        <thead>
          <tr>
            <th scope="col">{t('audits.group')}</th>
            <th scope="col">{t('audits.voucher')}</th>
            <th scope="col" className="number">
              {t('audits.field.amount')}
            </th>
            <th scope="col">{t('audits.field.on')}</th>
            <th scope="col">{t('audits.do')}</th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => (
            <tr key={hit.hitId}>
              <th scope="row">{hit.groupNo}</th>
              <td>
                <VoucherLink audit={audit} no={hit.voucherNo} />
              </td>
              <td className="number">
                <Money fen={hit.amountFen} />
              </td>
              <td>{hit.occurredOn || '–'}</td>
              <td>
                {hit.findingId !== '' && <Chip tone="strong">{t('audits.raised')}</Chip>}
                {hit.findingId === '' && fields.length > 0 && (
                  <button type="button" className="button" onClick={() => setAsked(hit)}>
                    {t('audits.act.raise.do')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {asked && (
        <AskAction
          name="raise"
          fields={fields}
          first={{ title: label('scanRule', asked.rule), amount: plainYuan(asked.amountFen) }}
          send={(values, key) => raise(audit, asked.hitId, values, key)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** As somebody would type it. */
function plainYuan(fen: string): string {
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
