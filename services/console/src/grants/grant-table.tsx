import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { GrantStateChip } from './grant-state-chip.tsx';
import { grantQueries } from './grants-queries.ts';

const states = [
  'DRAFT',
  'SUBMITTED',
  'ACCEPTED',
  'RETURNED',
  'REFUSED',
  'APPROVED',
  'PAID',
  'REPORTED',
  'WITHDRAWN',
] as const;

/** Applications and lines of lists alike: each is a grant. */
export function GrantTable(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const state = states.find((one) => one === read('state')) ?? '';
  const query = useInfiniteQuery(grantQueries.grants({ state, listId: '' }));
  return (
    <Section title={t('grants.view.grants')} note={t('grants.grantsNote')}>
      <div className="filter">
        <ChoiceField
          label={t('grants.state')}
          value={state}
          choices={[
            ['', t('grants.all')],
            ...states.map((one) => [one, label('grantState', one)] as const),
          ]}
          onValue={(to) => patch({ state: to })}
        />
      </div>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title={t('grants.none')}>{t('grants.noneNext')}</Empty>
          ) : (
            <GrantRows items={items} />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </Section>
  );
}

export function GrantRows({ items }: { items: readonly Grant[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('grants.view.grants')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('grants.what')}</th>
          <th scope="col">{t('grants.recipient')}</th>
          <th scope="col" className="number">
            {t('grants.applied')}
          </th>
          <th scope="col" className="number">
            {t('grants.granted')}
          </th>
          <th scope="col">{t('grants.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Row key={one.grantId} grant={one} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function Row({ grant }: { grant: Grant }): ReactElement {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="grant-name"
          onClick={() => patch({ grant: grant.grantId })}
        >
          {grant.ruleName} {grant.fiscalYear}
        </button>
        {grant.beneficiary !== '' && <span className="account-part"> · {grant.beneficiary}</span>}
      </th>
      <td data-label={t('grants.recipient')}>
        <Recipient grant={grant} />
      </td>
      <td className="number" data-label={t('grants.applied')}>
        <Money fen={grant.appliedFen} />
      </td>
      <td className="number" data-label={t('grants.granted')}>
        {grant.grantedFen === '0' ? '–' : <Money fen={grant.grantedFen} />}
      </td>
      <td data-label={t('grants.state')}>
        <GrantStateChip grant={grant} />
      </td>
    </tr>
  );
}

/** A union of this node by its name; a subordinate, or whom it is asked of, by its code. */
export function Recipient({ grant }: { grant: Grant }): ReactElement {
  const { t } = useTranslation();
  const { direction, neighbour, unionName } = grant;
  if (direction === 'IN') return <>{t('grants.subordinate', { node: neighbour })}</>;
  return (
    <>
      {unionName}
      {direction === 'OUT' && (
        <span className="account-part"> · {t('grants.askedOf', { node: neighbour })}</span>
      )}
    </>
  );
}
