import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { WarmthList } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useWho } from '../ui/use-who.ts';
import { useUrl } from '../url.ts';
import { warmthActs } from './campaign-acts.ts';
import { campaignQueries } from './campaign-queries.ts';

const states = ['DRAFT', 'APPROVED', 'CANCELLED'] as const;

/** Money for named persons at a visit: a chair approves it, the bank pays it, whoever has it signs. */
export function WarmthLists(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = { unionId: read('union'), state: oneOf(states, read('state')) };
  const query = useInfiniteQuery(campaignQueries.lists(of));
  return (
    <Section title={t('campaign.view.lists')} note={t('campaign.listsNote')}>
      <div className="filter">
        <UnionFilter />
        <CodeFilter label={t('campaign.state')} name="state" words="warmthState" codes={states} />
      </div>
      <RecordList
        label={t('campaign.view.lists')}
        query={query}
        idOf={({ listId }) => listId}
        name={{
          label: t('record.campaignKind'),
          of: ({ campaignKind, givenOn }) => `${label('campaignKind', campaignKind)} ${givenOn}`,
          part: ({ documentNo }) => documentNo,
        }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('campaign.people'), number: true, of: ({ lineCount }) => lineCount },
          {
            label: t('campaign.total'),
            number: true,
            of: ({ totalFen }) => <Money fen={totalFen} />,
          },
          { label: t('campaign.paid'), number: true, of: ({ paidFen }) => <Money fen={paidFen} /> },
          {
            label: t('campaign.state'),
            of: ({ state }) => <RecordState words="warmthState" state={state} />,
          },
        ]}
        empty={[t('campaign.noLists'), t('campaign.noListsNext')]}
        panel={({ listId }) => <One listId={listId} />}
      />
    </Section>
  );
}

function One({ listId }: { listId: string }): ReactElement {
  const query = useQuery(campaignQueries.list(listId));
  return <Loaded query={query}>{(list) => <Whole list={list} />}</Loaded>;
}

function Whole({ list }: { list: WarmthList }): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  const unsigned = list.lines.filter(({ signedOn }) => signedOn === '');
  const signed = unsigned.map(({ seq, personNameMasked }) => {
    return [String(seq), `${seq} ${personNameMasked}`] as const;
  });
  return (
    <>
      <Facts
        of={[
          [t('record.documentNo'), list.documentNo],
          [t('record.bank'), list.bank],
          [t('record.projectCode'), list.projectCode],
          [t('campaign.madeBy'), who(list.madeBy)],
          [t('campaign.approvedBy'), list.approvedBy && who(list.approvedBy)],
        ]}
      />
      <ul className="record-lines">
        {list.lines.map((line) => (
          <li key={line.seq}>
            {line.personNameMasked} {line.accountMasked} <Money fen={line.amountFen} />{' '}
            {line.payoutState !== '' && (
              <RecordState words="payoutState" state={line.payoutState} />
            )}{' '}
            <span className="account-part">
              {line.signedOn && t('campaign.signedOn', { on: line.signedOn })}
            </span>
          </li>
        ))}
      </ul>
      <Acts acts={warmthActs} record={list} state={list.state} choices={{ signed }} />
    </>
  );
}
