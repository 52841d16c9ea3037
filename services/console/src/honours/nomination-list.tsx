import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Nomination } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { honourQueries } from './honour-queries.ts';
import { NominationChip, STATES, useNominee } from './nomination-words.tsx';
import { useTraits } from './use-honours.ts';

interface Props {
  roundId: string;
  honourCode: string;
}

/** Who is nominated; the address says which of them are shown. */
export function NominationList({ roundId, honourCode }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const [state, places, quotaUnionId] = [read('state'), read('places'), read('quota')];
  const traits = read('traits').split(',').filter(Boolean);
  const of = { roundId, honourCode, state, traits, places, quotaUnionId };
  const query = useInfiniteQuery(honourQueries.nominations(of));
  const narrowed = state !== '' || places !== '' || quotaUnionId !== '';
  return (
    <div id="nominations" className="honour-below">
      <div className="filter">
        <ChoiceField
          label={t('nominations.state')}
          value={state}
          choices={[
            ['', t('nominations.allStates')],
            ...STATES.map((one) => [one, label('nominationState', one)] as const),
          ]}
          onValue={(chosen) => patch({ state: chosen })}
        />
        {narrowed && <Narrowed traits={traits} places={places} quota={quotaUnionId} />}
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0) return <Table items={items} />;
          return (
            <Empty title={t(narrowed ? 'nominations.noneSuch' : 'nominations.none')}>
              {t(narrowed ? 'nominations.noneSuchNext' : 'nominations.noneNext')}
            </Empty>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </div>
  );
}

interface NarrowedProps {
  traits: readonly string[];
  places: string;
  quota: string;
}

/** Which number above led here, and the way back to all of them. */
function Narrowed({ traits, places, quota }: NarrowedProps): ReactElement {
  const { t } = useTranslation();
  const traitsOf = useTraits('or');
  const [, patch] = useUrl();
  const said = [
    traits.length > 0 && traitsOf(traits),
    places === 'REGULAR' && t('slate.withoutSingle'),
    places === 'SINGLE_LISTED' && t('honours.ofSingle'),
    quota !== '' && t('nominations.ofQuota'),
  ].filter(Boolean);
  return (
    <p className="honour-narrowed">
      {said.length > 0 && t('nominations.only', { of: said.join(' · ') })}{' '}
      <button
        type="button"
        className="button"
        onClick={() => patch({ traits: '', places: '', quota: '', state: '' })}
      >
        {t('nominations.showAll')}
      </button>
    </p>
  );
}

function Table({ items }: { items: readonly Nomination[] }): ReactElement {
  const { t } = useTranslation();
  const traitsOf = useTraits('and');
  const nomineeOf = useNominee();
  return (
    <TableFrame label={t('nominations.title')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('nominations.nominee')}</th>
          <th scope="col">{t('nominations.union')}</th>
          <th scope="col">{t('nominations.traits')}</th>
          <th scope="col">{t('nominations.stoodOn')}</th>
          <th scope="col">{t('nominations.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.nominationId}>
            <th scope="row">
              <Link to={`/nominations/${one.nominationId}`}>{nomineeOf(one)}</Link>
              {one.singleListed && <span className="payment-part">{t('honours.ofSingle')}</span>}
            </th>
            <td data-label={t('nominations.union')}>{one.unionName}</td>
            <td data-label={t('nominations.traits')}>
              {one.traits.length === 0 ? '–' : traitsOf(one.traits)}
            </td>
            <td className="date" data-label={t('nominations.stoodOn')}>
              {one.stoodOn}
            </td>
            <td data-label={t('nominations.state')}>
              <NominationChip nomination={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
