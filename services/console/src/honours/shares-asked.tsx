import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HonourCategory, HonourRound } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Loaded } from '../ui/page.tsx';
import { honourQueries } from './honour-queries.ts';
import { useTraits } from './use-honours.ts';

interface Props {
  round: HonourRound;
  category: HonourCategory;
}

/** Only what is asked: who supervises is shown no nominations. */
export function SharesAsked({ round, category }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const traitsOf = useTraits('or');
  const query = useQuery(honourQueries.table(round.openedOn));
  return (
    <Loaded query={query}>
      {({ items }) => {
        const { structure = [] } =
          items.find(
            (one) => one.honourCode === category.honourCode && one.level === round.level,
          ) ?? {};
        if (structure.length === 0) return <p>{t('slate.noRules')}</p>;
        return (
          <ul className="honour-shares">
            {structure.map(({ traits, bound, percent }) => (
              <li key={`${bound}-${traits.join()}`}>
                {traitsOf(traits)} {label('shareBound', bound)}
                {bound !== 'SOME' && ` ${percent}%`}
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
