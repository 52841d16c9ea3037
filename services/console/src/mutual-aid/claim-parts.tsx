import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import { yuan } from '../numbers.ts';
import type { MutualAidClaim } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';

type Line = MutualAidClaim['lines'][number];

/** The sum, so that whoever reads it can do it again: what each line is of, its rate, what it adds or takes away. */
export function ClaimLines({ claim }: { claim: MutualAidClaim }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (claim.lines.length === 0)
    return <Empty title={t('aid.noLines')}>{t('aid.noLinesNext')}</Empty>;
  return (
    <TableFrame label={t('aid.lines')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('aid.lineKind')}</th>
          <th scope="col">{t('aid.lineOf')}</th>
          <th scope="col" className="number">
            {t('aid.rate')}
          </th>
          <th scope="col" className="number">
            {t('aid.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {claim.lines.map((line, at) => (
          <tr key={at}>
            <th scope="row">{label('aidLine', line.lineKind)}</th>
            <td data-label={t('aid.lineOf')}>
              <Of line={line} />
            </td>
            <td className="number" data-label={t('aid.rate')}>
              {line.rateBp === 0 ? '–' : `${line.rateBp / 100}%`}
            </td>
            <td className="number" data-label={t('aid.amount')}>
              <Money fen={line.amountFen} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('aid.benefit')}</th>
          <td />
          <td />
          <td className="number" data-label={t('aid.benefit')}>
            <strong>
              <Money fen={claim.benefitFen} />
            </strong>
          </td>
        </tr>
      </tfoot>
    </TableFrame>
  );
}

function Of({ line }: { line: Line }): ReactElement {
  const { t, i18n } = useTranslation();
  const fen = (amount: string) => yuan(amount, i18n.language);
  const { lineKind, fromFen, toFen, base } = line;
  if (lineKind === 'TIER')
    return <>{t('aid.ofTier', { from: fen(fromFen), to: fen(toFen), base: fen(base) })}</>;
  if (lineKind === 'RESIDENT') return <>{t('aid.ofSelfPay', { base: fen(base) })}</>;
  if (lineKind === 'DAYS') return <>{t('aid.ofDays', { days: base })}</>;
  return <>{toFen === '0' && lineKind === 'LUMP_SUM' ? '–' : t('aid.upTo', { to: fen(toFen) })}</>;
}

export function ClaimSteps({ claim }: { claim: MutualAidClaim }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  return (
    <RecordTable
      label={t('aid.steps')}
      items={claim.steps.map((step, at) => ({ ...step, at }))}
      idOf={({ at }) => String(at)}
      name={{ label: t('aid.step'), of: ({ step }) => label('aidStep', step) }}
      columns={[
        { label: t('aid.who'), of: ({ account }) => who(account) },
        { label: t('aid.when'), of: ({ takenAt }) => moment(takenAt) },
        {
          label: t('aid.field.reasonCode'),
          of: ({ reasonCode }) => (reasonCode === '' ? '–' : label('aidReason', reasonCode)),
        },
      ]}
    />
  );
}
