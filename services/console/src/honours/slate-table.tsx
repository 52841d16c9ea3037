import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HonourSlate, ShareCheck } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { useTraits } from './use-honours.ts';

/** Each rule, what it asks of so many, what is reached; behind each number stand the nominations it counts. */
export function SlateTable({ slate }: { slate: HonourSlate }): ReactElement {
  const { t } = useTranslation();
  const { nominations, singleListed, shares } = slate;
  return (
    <TableFrame label={t('slate.rules')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('slate.rule')}</th>
          <th scope="col">{t('slate.asked')}</th>
          <th scope="col" className="number">
            {t('slate.limit')}
          </th>
          <th scope="col" className="number">
            {t('slate.actual')}
          </th>
          <th scope="col">{t('slate.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        <tr className="row-total">
          <th scope="row">{t('slate.all')}</th>
          <td data-label={t('slate.asked')}>{t('slate.withoutSingle')}</td>
          <td className="number" data-label={t('slate.limit')} />
          <td className="number" data-label={t('slate.actual')}>
            <Behind of={t('slate.all')} places="REGULAR" count={nominations} />
          </td>
          <td data-label={t('slate.outcome')}>
            {singleListed > 0 && (
              <Behind of={t('honours.ofSingle')} places="SINGLE_LISTED" count={singleListed}>
                {t('slate.single', { count: singleListed })}
              </Behind>
            )}
          </td>
        </tr>
        {shares.map((share) => (
          <ShareRow key={`${share.bound}-${share.traits.join()}`} share={share} />
        ))}
        {shares.length === 0 && (
          <tr>
            <td colSpan={5}>{t('slate.noRules')}</td>
          </tr>
        )}
      </tbody>
    </TableFrame>
  );
}

function ShareRow({ share }: { share: ShareCheck }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useTraits('or')(share.traits);
  return (
    <tr>
      <th scope="row">{who}</th>
      <td data-label={t('slate.asked')}>
        {label('shareBound', share.bound)}
        {share.bound !== 'SOME' && ` ${share.percent}%`}
      </td>
      <td className="number" data-label={t('slate.limit')}>
        <Figure value={share.limitCount} />
      </td>
      <td className="number" data-label={t('slate.actual')}>
        <Behind of={who} places="REGULAR" traits={share.traits} count={share.actualCount} />
      </td>
      <td data-label={t('slate.outcome')}>
        {share.met ? (
          <Chip tone="good" icon="check">
            {t('slate.met')}
          </Chip>
        ) : (
          <Chip tone="bad" icon="warning">
            {t('slate.unmet')}
          </Chip>
        )}
      </td>
    </tr>
  );
}

interface BehindProps {
  /** What is counted, for those who do not see the row. */
  of: string;
  places: 'REGULAR' | 'SINGLE_LISTED';
  traits?: readonly string[];
  count: number;
  children?: ReactNode;
}

/** A number that leads to the nominations it counts, further down. */
function Behind({ of, places, traits = [], count, children }: BehindProps): ReactElement {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  if (count === 0) return <Figure value={count} />;
  return (
    <button
      type="button"
      className="pick"
      {...(children === undefined ? { 'aria-label': t('slate.show', { of, count }) } : {})}
      onClick={() => {
        patch({ traits: traits.join(','), places, state: '', quota: '' });
        document.getElementById('nominations')?.scrollIntoView();
      }}
    >
      {children ?? <Figure value={count} />}
    </button>
  );
}
