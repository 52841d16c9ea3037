import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answer, client } from '../client.ts';
import { FileUpload } from './file-upload.tsx';
import type { Import } from './import-state.ts';
import { useImportStep } from './imports-queries.ts';
import { startUpload } from './upload.ts';

/** Begins to send, or goes on with what has not arrived. */
export function useSend(): (job: Import, file: File) => void {
  const cache = useQueryClient();
  return ({ importId, version, partsReceived: received }, file) => {
    void startUpload({
      id: importId,
      file,
      received,
      putPart(partNo, content) {
        const params = { path: { importId, partNo } };
        return answer(
          client.PUT('/imports/{importId}/parts/{partNo}', { params, body: { content } }),
        );
      },
      beginReading() {
        const params = { path: { importId } };
        const body = { expectedVersion: version };
        return answer(client.POST('/imports/{importId}/reading', { params, body }));
      },
      onSent: () => void cache.invalidateQueries({ queryKey: ['imports'] }),
    });
  };
}

export function UploadStep({ job }: { job: Import }): ReactElement {
  const send = useSend();
  const reading = useImportStep('reading', job);
  const { importId, fileName, parts, partsReceived } = job;
  const of = { id: importId, fileName, parts, partsReceived };
  return <FileUpload {...of} send={(file) => send(job, file)} reading={reading} />;
}
