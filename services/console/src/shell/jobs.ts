// What the node works on for this duty: imports, exports and the tax bureau's files, followed while they go on.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, client, watch } from '../client.ts';
import type { components } from '../gen/api.d.ts';
import type { Collection } from '../shapes.ts';

type Import = components['schemas']['membership.v1.Import'];
type Export = components['schemas']['membership.v1.Export'];

/** One line of the tray. */
export interface Job {
  id: string;
  kind: 'import' | 'export' | 'collection';
  name: string;
  state: string;
  goesOn: boolean;
  /** 0: it is not known how much there is. */
  all: number;
  done: number;
  to: string;
}

const shownMost = 10;
const askAgainMs = 30_000;
const askSoonMs = 3_000;
const working = new Set(['READING', 'CHECKING', 'COMMITTING', 'UNDOING', 'POSTING']);
const waitingForSomebody = new Set(['UPLOADING', 'READ', 'CHECKED']);
const importsKey = ['imports', 'jobs'];

const imports = queryOptions({
  queryKey: importsKey,
  queryFn: async () => {
    const params = { query: { limit: shownMost } };
    return (await answer(client.GET('/imports', { params }))).items;
  },
  refetchInterval: askAgainMs,
});

const exports = queryOptions({
  queryKey: ['exports', 'jobs'],
  queryFn: async () => {
    const params = { query: { limit: shownMost } };
    return (await answer(client.GET('/exports', { params }))).items;
  },
  refetchInterval: askAgainMs,
});

const collections = queryOptions({
  queryKey: ['receipts', 'jobs'],
  queryFn: async () => {
    const params = { query: { limit: shownMost } };
    return (await answer(client.GET('/fund/collections', { params }))).items;
  },
  refetchInterval: ({ state }) =>
    state.data?.some((one) => working.has(one.state)) ? askSoonMs : askAgainMs,
});

/** Asks only for what the duty may see; `may` says which. */
export function useJobs(may: Record<'imports' | 'exports' | 'collections', boolean>): Job[] {
  const cache = useQueryClient();
  const begun = useQuery({ ...imports, enabled: may.imports });
  const asked = useQuery({ ...exports, enabled: may.exports });
  const brought = useQuery({ ...collections, enabled: may.collections });
  const followed = (begun.data ?? []).filter(({ state }) => working.has(state));
  const ids = followed.map(({ importId }) => importId).join(' ');

  useEffect(() => {
    const stops = ids
      .split(' ')
      .filter(Boolean)
      .map((importId) =>
        watch(
          '/imports/{importId}',
          { importId },
          {
            onAnswer: (shown) =>
              cache.setQueryData(imports.queryKey, (all) =>
                all?.map((one) => (one.importId === importId ? shown : one)),
              ),
            onEnd: () => void cache.invalidateQueries({ queryKey: importsKey }),
          },
        ),
      );
    return () => {
      for (const stop of stops) stop();
    };
  }, [cache, ids]);

  return [
    ...(begun.data ?? []).map(ofImport),
    ...(asked.data ?? []).map(ofExport),
    ...(brought.data ?? []).map(ofCollection),
  ].filter(({ goesOn, state }) => goesOn || waitingForSomebody.has(state) || state === 'READY');
}

function ofImport(one: Import): Job {
  return {
    id: one.importId,
    kind: 'import',
    name: one.fileName,
    state: one.state,
    goesOn: working.has(one.state),
    all: one.rows,
    done: one.rowsDone,
    to: `/imports/${one.importId}`,
  };
}

function ofCollection(one: Collection): Job {
  const { collectionId, fileName, state, lines, linesDone } = one;
  return {
    id: collectionId,
    kind: 'collection',
    name: fileName,
    state,
    goesOn: working.has(state),
    // While a file is read nobody knows how many lines it has.
    all: state === 'POSTING' ? lines : 0,
    done: linesDone,
    to: `/receipts/${collectionId}`,
  };
}

function ofExport(one: Export): Job {
  const { exportId, reason, state, rows } = one;
  const goesOn = state === 'WAITING';
  return {
    id: exportId,
    kind: 'export',
    name: reason,
    state,
    goesOn,
    all: 0,
    done: rows,
    to: '/exports',
  };
}
