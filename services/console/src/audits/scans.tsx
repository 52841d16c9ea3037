import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { exact } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { Audit, AuditScan } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { auditActions, offersOf } from './audit-actions.ts';
import { RULES } from './audit-fields.ts';
import { AUDITS, auditQueries } from './audits-queries.ts';
import { HitTable } from './hit-table.tsx';

interface Props {
  audit: Audit;
  scans: readonly AuditScan[];
}

/** Each rule with its last run; its hits are one click away. */
export function Scans({ audit, scans }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [shown, setShown] = useState('');
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const mayRun = offersOf(audit, duty).includes('raise');
  const chosen = scans.find(({ scanId }) => scanId === shown);
  return (
    <>
      <TableFrame label={t('audits.scans')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('audits.rule')}</th>
            <th scope="col">{t('audits.ruleMeans')}</th>
            <th scope="col">{t('audits.outcome')}</th>
            {mayRun && <th scope="col">{t('audits.do')}</th>}
          </tr>
        </thead>
        <tbody>
          {RULES.map((rule) => (
            <tr key={rule}>
              <th scope="row">{label('scanRule', rule)}</th>
              <td data-label={t('audits.ruleMeans')}>{label('scanMeans', rule)}</td>
              <td data-label={t('audits.outcome')}>
                <Outcome scan={scans.find((one) => one.rule === rule)} onShow={setShown} />
              </td>
              {mayRun && (
                <td data-label={t('audits.do')}>
                  <RunButton audit={audit} rule={rule} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <SidePanel
        open={chosen !== undefined}
        title={label('scanRule', chosen?.rule ?? '')}
        onClose={() => setShown('')}
      >
        {chosen && <Hits audit={audit} scanId={chosen.scanId} mayRaise={mayRun} />}
      </SidePanel>
    </>
  );
}

interface OutcomeProps {
  scan: AuditScan | undefined;
  onShow: (scanId: string) => void;
}

function Outcome({ scan, onShow }: OutcomeProps): ReactElement {
  const { t, i18n } = useTranslation();
  if (!scan) return <span className="quiet">{t('audits.notRun')}</span>;
  const examined = exact(scan.examined, i18n.language);
  if (scan.outcome === 'TOO_FEW') return <Chip>{t('audits.tooFew', { examined })}</Chip>;
  if (scan.hitCount === 0)
    return (
      <Chip tone="good" icon="check">
        {t('audits.noHits', { examined })}
      </Chip>
    );
  return (
    <button type="button" className="audit-link" onClick={() => onShow(scan.scanId)}>
      {t('audits.hits', { count: scan.hitCount, examined })}
    </button>
  );
}

function RunButton({ audit, rule }: { audit: Audit; rule: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const cache = useQueryClient();
  const run = useMutation({
    mutationFn: () => {
      const params = { path: { auditId: audit.auditId } };
      return answer(client.POST('/audits/{auditId}/scans', { params, body: { rule } }));
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: AUDITS }),
  });
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={run.isPending}
        aria-label={t('audits.runRule', { rule: label('scanRule', rule) })}
        onClick={() => run.mutate()}
      >
        {t('audits.run')}
      </button>
      {run.error && <ProblemPanel problem={run.error} />}
    </>
  );
}

interface HitsProps {
  audit: Audit;
  scanId: string;
  mayRaise: boolean;
}

function Hits({ audit, scanId, mayRaise }: HitsProps): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(auditQueries.hits(audit.auditId, scanId));
  const { fields } = auditActions.raise;
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }}>
      {({ pages }) => {
        const hits = pages.flatMap((page) => page.items);
        if (hits.length === 0) return <Empty title={t('audits.noHitsKept')} />;
        return (
          <>
            <HitTable audit={audit} hits={hits} fields={mayRaise ? fields : []} />
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}
