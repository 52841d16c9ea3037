import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetCount } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { assetQueries } from './assets-queries.ts';
import { CountPanel } from './count-panel.tsx';

/** Every count of a union, the newest first; one at a time is open. */
export function CountsSection({ unionId }: { unionId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(assetQueries.counts(unionId));
  const [opened, setOpened] = useState<string>();
  return (
    <Section title={t('assets.counts')} note={t('assets.countsNote')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('assets.noCounts')}</p>
          ) : (
            <CountTable items={items} onOpen={setOpened} />
          )
        }
      </Loaded>
      <CountPanel countId={opened} onClose={() => setOpened(undefined)} />
    </Section>
  );
}

interface TableProps {
  items: readonly AssetCount[];
  onOpen: (countId: string) => void;
}

function CountTable({ items, onOpen }: TableProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const counts = ['listedCount', 'foundCount', 'missingCount', 'surplusCount'] as const;
  return (
    <TableFrame label={t('assets.counts')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('assets.countedOn')}</th>
          {counts.map((name) => (
            <th key={name} scope="col" className="number">
              {t(`assets.${name}`)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('assets.missingFen')}
          </th>
          <th scope="col" className="number">
            {t('assets.surplusFen')}
          </th>
          <th scope="col">{t('assets.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.countId}>
            <th scope="row">
              <button type="button" className="traced opens" onClick={() => onOpen(one.countId)}>
                {one.countedOn}
              </button>
            </th>
            {counts.map((name) => (
              <td key={name} className="number" data-label={t(`assets.${name}`)}>
                {one[name]}
              </td>
            ))}
            <td className="number" data-label={t('assets.missingFen')}>
              <Money fen={one.missingFen} />
            </td>
            <td className="number" data-label={t('assets.surplusFen')}>
              <Money fen={one.surplusFen} />
            </td>
            <td data-label={t('assets.state')}>
              <Chip tone={one.state === 'AGREED' ? 'good' : 'warn'}>
                {label('assetCountState', one.state)}
              </Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
