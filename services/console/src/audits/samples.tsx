import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { exact } from '../numbers.ts';
import type { Audit, AuditSample } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { auditQueries } from './audits-queries.ts';
import { scopeOf } from './scope-words.ts';
import { VoucherLink } from './voucher-link.tsx';

interface Props {
  audit: Audit;
  samples: readonly AuditSample[];
}

/** What was drawn from what, by which seed: anybody can draw it again. */
export function Samples({ audit, samples }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const [shown, setShown] = useState('');
  if (samples.length === 0)
    return <Empty title={t('audits.noSamples')}>{t('audits.noSamplesNext')}</Empty>;
  return (
    <>
      <TableFrame label={t('audits.samples')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('audits.field.subject')}</th>
            <th scope="col">{t('audits.field.method')}</th>
            <th scope="col">{t('audits.field.seed')}</th>
            <th scope="col" className="number">
              {t('audits.population')}
            </th>
            <th scope="col" className="number">
              {t('audits.sample')}
            </th>
            <th scope="col">{t('audits.items')}</th>
          </tr>
        </thead>
        <tbody>
          {samples.map((one) => (
            <tr key={one.sampleId}>
              <th scope="row">
                {label('sampleSubject', one.subject)}{' '}
                <span className="audit-kind">{scopeOf(one, label)}</span>
              </th>
              <td data-label={t('audits.field.method')}>
                {label('sampleMethod', one.method)} <Money fen={one.thresholdFen} blankZero />
              </td>
              <td data-label={t('audits.field.seed')}>
                <code className="seal">{one.seed || '–'}</code>
              </td>
              <td className="number" data-label={t('audits.population')}>
                {exact(one.populationCount, i18n.language)} · <Money fen={one.populationFen} />
              </td>
              <td className="number" data-label={t('audits.sample')}>
                {exact(one.sampleCount, i18n.language)} · <Money fen={one.sampleFen} />
              </td>
              <td data-label={t('audits.items')}>
                <button type="button" className="audit-link" onClick={() => setShown(one.sampleId)}>
                  {t('audits.show')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <SidePanel open={shown !== ''} title={t('audits.sample')} onClose={() => setShown('')}>
        {shown !== '' && <Items audit={audit} sampleId={shown} />}
      </SidePanel>
    </>
  );
}

function Items({ audit, sampleId }: { audit: Audit; sampleId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(auditQueries.sample(audit.auditId, sampleId));
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }}>
      {({ pages }) => (
        <>
          <TableFrame label={t('audits.sample')}>
            <thead>
              <tr>
                <th scope="col">{t('audits.voucher')}</th>
                <th scope="col" className="number">
                  {t('audits.field.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {pages
                .flatMap((page) => page.items)
                .map((item) => (
                  <tr key={item.seq}>
                    <th scope="row">
                      <VoucherLink audit={audit} no={item.voucherNo} />
                    </th>
                    <td className="number">
                      <Money fen={item.amountFen} />
                    </td>
                  </tr>
                ))}
            </tbody>
          </TableFrame>
          <MoreButton query={query} />
        </>
      )}
    </Loaded>
  );
}
