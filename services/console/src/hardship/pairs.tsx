import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed, type ActsOf } from '../acts/act.ts';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { answer, client } from '../client.ts';
import type { HardshipFile, HouseholdPair } from '../shapes.ts';
import { Empty, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useWho } from '../ui/use-who.ts';
import { hardshipQueries } from './hardship-queries.ts';

const filePairActs: ActsOf<HardshipFile> = {
  pairHousehold: {
    when: ({ state }) => ['FILED', 'IN_RELIEF', 'ANNUAL_VERIFY'].includes(state),
    fields: ['cadre', 'post', 'pairedOn'],
    send({ fileId }, of, key) {
      const body = { cadreId: of('cadre'), post: of('post'), sinceOn: of('pairedOn') };
      const params = { path: { fileId } };
      const headers = keyed(key);
      return answer(client.POST('/hardship-files/{fileId}/pairs', { params, headers, body }));
    },
  },
};

const about = ({ pairId }: HouseholdPair, key: string) => ({
  params: { path: { pairId } },
  headers: keyed(key),
});

const pairActs: ActsOf<HouseholdPair> = {
  visitPaired: {
    when: ({ endedOn }) => endedOn === '',
    fields: ['stepOn', 'fileReason'],
    send(one, of, key) {
      const body = { happenedOn: of('stepOn'), note: of('fileReason') };
      return answer(client.POST('/household-pairs/{pairId}/visits', { ...about(one, key), body }));
    },
  },
  endHouseholdPair: {
    when: ({ endedOn }) => endedOn === '',
    fields: ['endedOn'],
    send(one, of, key) {
      const body = { expectedVersion: one.version, endedOn: of('endedOn') };
      return answer(client.POST('/household-pairs/{pairId}/end', { ...about(one, key), body }));
    },
  },
};

/** Which cadre answers for it, and how often he was there. */
export function Pairs({ file }: { file: HardshipFile }): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  const items = itemsOf(useInfiniteQuery(hardshipQueries.pairs(file.fileId)).data);
  return (
    <Section
      title={t('household.pairs')}
      tools={<Acts acts={filePairActs} record={file} state={file.state} />}
    >
      {items.length === 0 ? (
        <Empty title={t('household.noPairs')} />
      ) : (
        <RecordTable
          label={t('household.pairs')}
          items={items}
          idOf={({ pairId }) => pairId}
          name={{
            label: t('record.cadre'),
            of: ({ cadreId }) => who(cadreId),
            part: ({ post }) => post,
          }}
          columns={[
            {
              label: t('household.since'),
              of: ({ sinceOn, endedOn }) => (endedOn ? `${sinceOn} – ${endedOn}` : sinceOn),
            },
            { label: t('household.visits'), number: true, of: ({ visits }) => visits },
            { label: t('household.visitedOn'), of: ({ visitedOn }) => visitedOn || '–' },
            { label: t('household.do'), of: (pair) => <Acts acts={pairActs} record={pair} /> },
          ]}
        />
      )}
    </Section>
  );
}
