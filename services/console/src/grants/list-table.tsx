import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import type { GrantList } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { GrantForm } from './grant-form.tsx';
import { grantQueries } from './grants-queries.ts';
import { readCollected } from './read-pairs.ts';
import { listed } from './rule-bodies.ts';

/** The lists that rules have made, the newest first. */
export function ListTable({ whole }: { whole: boolean }): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(grantQueries.lists());
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const [generates, setGenerates] = useState(false);
  return (
    <Section
      title={t('grants.view.lists')}
      note={t('grants.listsNote')}
      tools={
        whole &&
        duty === 'finance' && (
          <button type="button" className="button" onClick={() => setGenerates(true)}>
            {t('grants.act.generate.do')}
          </button>
        )
      }
    >
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title={t('grants.noLists')}>{t('grants.noListsNext')}</Empty>
          ) : (
            <Lists items={items} />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      {generates && <GenerateDialog onClose={() => setGenerates(false)} />}
    </Section>
  );
}

function Lists({ items }: { items: readonly GrantList[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('grants.view.lists')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('grants.rule')}</th>
          <th scope="col" className="number">
            {t('grants.recipients')}
          </th>
          <th scope="col" className="number">
            {t('grants.total')}
          </th>
          <th scope="col" className="number">
            {t('grants.missing')}
          </th>
          <th scope="col">{t('grants.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((list) => (
          <tr key={list.listId}>
            <th scope="row">
              <Link to={`/grants?view=lists&list=${list.listId}`}>
                {list.ruleName} {list.fiscalYear}
              </Link>
            </th>
            <td className="number" data-label={t('grants.recipients')}>
              {list.recipients}
            </td>
            <td className="number" data-label={t('grants.total')}>
              <Money fen={list.totalFen} />
            </td>
            <td className="number" data-label={t('grants.missing')}>
              {list.missing.length}
            </td>
            <td data-label={t('grants.state')}>
              <ListState list={list} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

export function ListState({ list }: { list: GrantList }): ReactElement {
  const label = useLabels();
  return (
    <Chip tone={list.state === 'APPROVED' ? 'good' : 'warn'}>
      {label('grantListState', list.state)}
    </Chip>
  );
}

function GenerateDialog({ onClose }: { onClose: () => void }): ReactElement {
  const rules = (useQuery(grantQueries.rules()).data ?? []).filter(listed);
  const floors = (rule = '') =>
    rules.some(({ ruleId, kind }) => ruleId === rule && kind === 'FLOOR');
  return (
    <GrantForm
      name="generate"
      fields={({ rule }) => ['rule', 'fiscalYear', ...(floors(rule) ? ['collected' as const] : [])]}
      first={{ fiscalYear: String(new Date().getFullYear()) }}
      choices={() => ({
        rule: rules.map(({ ruleId, name, validFrom }) => [ruleId, `${name} · ${validFrom}`]),
      })}
      send={({ rule: ruleId = '', fiscalYear = '', collected = '' }, key) => {
        const body = {
          ruleId,
          fiscalYear: Number(fiscalYear),
          collected: readCollected(collected),
        };
        const headers = { 'Idempotency-Key': key };
        return answer(client.POST('/fund/grant-lists', { headers, body }));
      }}
      onClose={onClose}
    />
  );
}
