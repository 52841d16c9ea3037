import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { CellDifference, Verification } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { Figure, FigureUnit } from '../ui/figure.tsx';
import { useDimsLabel, useIndicatorName, useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';

export function VerificationResult({ result }: { result: Verification }): ReactElement {
  const { t } = useTranslation();
  const differences = result.differences ?? [];
  return (
    <div className={result.clean ? 'verdict verdict-clean' : 'verdict verdict-unclean'}>
      <p className="verdict-word">
        {result.clean ? (
          <Chip tone="good" icon="check">
            {t('verify.clean')}
          </Chip>
        ) : (
          <Chip tone="bad" icon="warning">
            {t('verify.unclean', { differences: differences.length })}
          </Chip>
        )}
        {!result.settled && (
          <Chip tone="warn" icon="clock">
            {t('verify.unsettled')}
          </Chip>
        )}
      </p>
      <Facts
        of={[
          [t('verify.cells'), <Figure key="cells" value={result.cellsChecked} />],
          [t('verify.records'), <Figure key="records" value={result.recordsChecked} />],
          [t('verify.upwardRoot'), result.upwardRoot && <code>{result.upwardRoot}</code>],
          [t('verify.upwardPosition'), <Figure key="up" value={result.upwardPosition} />],
          ...Object.entries(result.subordinateRoots ?? {}).map(
            ([node, root]) =>
              [t('verify.subordinateRoot', { node }), <code key={node}>{root}</code>] as const,
          ),
        ]}
      />
      {differences.length > 0 && <Differences differences={differences} />}
    </div>
  );
}

function Differences({ differences }: { differences: readonly CellDifference[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const dimsLabel = useDimsLabel();
  const indicatorName = useIndicatorName();
  const indicators = useQuery(queries.indicators());
  const unitOf = (code: string) => indicators.data?.find((one) => one.code === code)?.unit ?? '';
  return (
    <TableFrame label={t('verify.differences')} className="table-tight">
      <thead>
        <tr>
          <th scope="col">{t('rollup.indicator')}</th>
          <th scope="col">{t('rollup.period')}</th>
          <th scope="col">{t('verify.scope')}</th>
          <th scope="col">{t('unions.union')}</th>
          <th scope="col">{t('verify.check')}</th>
          <th scope="col" className="number">
            {t('verify.stored')}
          </th>
          <th scope="col" className="number">
            {t('verify.recounted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr key={[one.unionId, one.scope, one.indicator, one.period, one.dims, one.check].join()}>
            <th scope="row">
              {indicatorName(
                indicators.data?.find(({ code }) => code === one.indicator),
                one.indicator,
              )}{' '}
              · {dimsLabel(one.dims)}
            </th>
            <td className="date">{one.period}</td>
            <td>{label('scope', one.scope)}</td>
            <td>
              <code>{one.unionId}</code>
            </td>
            <td>{label('check', one.check)}</td>
            <td className="number">
              <FigureUnit value={unitOf(one.indicator)}>
                <Figure value={one.stored} />
              </FigureUnit>
            </td>
            <td className="number">
              <FigureUnit value={unitOf(one.indicator)}>
                <Figure value={one.recounted} />
              </FigureUnit>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
