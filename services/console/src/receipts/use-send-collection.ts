import { useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { startUpload } from '../imports/upload.ts';
import type { Collection } from '../shapes.ts';

/** Begins to send the file, or goes on with what has not arrived; the node then reads it. */
export function useSendCollection(): (collection: Collection, file: File) => void {
  const cache = useQueryClient();
  return ({ collectionId, version, partsReceived: received }, file) => {
    void startUpload({
      id: collectionId,
      file,
      received,
      putPart(partNo, content) {
        const params = { path: { collectionId, partNo } };
        const body = { content };
        return answer(
          client.PUT('/fund/collections/{collectionId}/parts/{partNo}', { params, body }),
        );
      },
      beginReading() {
        const params = { path: { collectionId } };
        const body = { expectedVersion: version };
        return answer(client.POST('/fund/collections/{collectionId}/reading', { params, body }));
      },
      onSent: () => void cache.invalidateQueries({ queryKey: ['receipts'] }),
    });
  };
}
