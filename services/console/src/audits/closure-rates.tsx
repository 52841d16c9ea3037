import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosureRate } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { auditQueries } from './audits-queries.ts';

/** How many findings are closed, by year and by what found them; nothing where nothing was found yet. */
export function ClosureRates(): ReactElement | null {
  const { t } = useTranslation();
  const rates = useInfiniteQuery(auditQueries.list()).data?.pages[0]?.rates ?? [];
  if (rates.length === 0) return null;
  return (
    <Section title={t('audits.rates')} note={t('audits.ratesNote')}>
      <TableFrame label={t('audits.rates')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('audits.year')}</th>
            <th scope="col">{t('audits.ofKind')}</th>
            <th scope="col" className="number">
              {t('audits.closedOf')}
            </th>
            <th scope="col">{t('audits.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map((one) => (
            <Rate key={`${one.fiscalYear} ${one.auditKind} ${one.crossNode}`} one={one} />
          ))}
        </tbody>
      </TableFrame>
    </Section>
  );
}

function Rate({ one }: { one: ClosureRate }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const share = one.closedBasisPoints / 10_000;
  const percent = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(share);
  return (
    <tr>
      <th scope="row">{one.fiscalYear}</th>
      <td data-label={t('audits.ofKind')}>
        {label('auditKind', one.auditKind)}{' '}
        {one.crossNode && <span className="audit-kind">{t('audits.cross')}</span>}
      </td>
      <td className="number" data-label={t('audits.closedOf')}>
        {t('audits.settledOf', { settled: one.findingsClosed, all: one.findings })}
      </td>
      <td data-label={t('audits.rate')}>
        <span className="closure">
          <span className="closure-bar" aria-hidden="true">
            <span style={{ width: `${share * 100}%` }} />
          </span>
          {percent}
        </span>
      </td>
    </tr>
  );
}
