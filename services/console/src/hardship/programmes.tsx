import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import type { ReliefProgramme } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { hardshipQueries } from './hardship-queries.ts';

/** What relief there is, for whom and up to how much, by the rules of today. */
export function Programmes(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useQuery(hardshipQueries.programmes(today()));
  return (
    <Section title={t('relief.programmes')} note={t('relief.programmesNote')}>
      <Loaded query={query}>
        {(items) => (
          <RecordTable
            label={t('relief.programmes')}
            items={items}
            idOf={({ programme }) => programme}
            name={{
              label: t('record.programme'),
              of: ({ programme }) => label('programme', programme),
            }}
            columns={[
              {
                label: t('relief.whom'),
                of: ({ filed }) => t(filed ? 'relief.filed' : 'relief.unfiled'),
              },
              { label: t('relief.capOf'), of: ({ capOf }) => label('capOf', capOf) },
              { label: t('relief.caps'), of: (one) => <Caps programme={one} /> },
              { label: t('relief.above'), of: (one) => <Above programme={one} /> },
              {
                label: t('household.orderedBy'),
                of: ({ orderedBy }) => <span lang="zh-CN">{orderedBy}</span>,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Caps({ programme: { caps } }: { programme: ReliefProgramme }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <ul>
      {caps.map(({ capKey, months, maxFen, selfPaidBasisPoints }) => (
        <li key={capKey}>
          {label('capKey', capKey)}
          {months > 0 && ` ${t('relief.months', { count: months })}`}
          {maxFen !== '0' && (
            <>
              {' '}
              {t('relief.upTo')} <Money fen={maxFen} />
            </>
          )}
          {selfPaidBasisPoints > 0 && ` ${t('relief.share', { share: selfPaidBasisPoints / 100 })}`}
        </li>
      ))}
    </ul>
  );
}

function Above({ programme }: { programme: ReliefProgramme }): ReactElement {
  const { t } = useTranslation();
  const { provinceAboveFen, nationAboveFen } = programme;
  if (provinceAboveFen === '0') return <>{t('relief.countyAll')}</>;
  return (
    <>
      {t('relief.provinceAbove')} <Money fen={provinceAboveFen} />；{t('relief.nationAbove')}{' '}
      <Money fen={nationAboveFen} />
    </>
  );
}
