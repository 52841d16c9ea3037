import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFault } from '../ui/field-fault.tsx';
import { Empty } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { FileField } from './file-field.tsx';
import type { Import } from './import-state.ts';
import { useImportStep } from './imports-queries.ts';
import { ProgressLine } from './progress-line.tsx';
import { goOnUploading, partsOf, startUpload, useUpload } from './upload.ts';

/** Begins to send, or goes on with what has not arrived. */
export function useSend(): (job: Import, file: File) => void {
  const cache = useQueryClient();
  return ({ importId, version, partsReceived: received }, file) => {
    const onSent = (): void => void cache.invalidateQueries({ queryKey: ['imports'] });
    void startUpload({ importId, version, file, received, onSent });
  };
}

export function UploadStep({ job }: { job: Import }): ReactElement {
  const { t } = useTranslation();
  const upload = useUpload(job.importId);
  if (upload && upload.problem === undefined) {
    return (
      <ProgressLine
        label={t('imports.sending')}
        done={upload.sent}
        all={upload.parts}
        words={t('imports.partsSent', { sent: upload.sent, parts: upload.parts })}
      />
    );
  }
  if (upload) {
    return (
      <>
        <ProblemPanel problem={upload.problem} retry={() => goOnUploading(job.importId)} />
        <p>{t('imports.stopped', { sent: upload.sent, parts: upload.parts })}</p>
      </>
    );
  }
  return job.partsReceived >= job.parts ? <AllHere job={job} /> : <ChooseAgain job={job} />;
}

/** The browser was closed between the last part and the next step. */
function AllHere({ job }: { job: Import }): ReactElement {
  const { t } = useTranslation();
  const reading = useImportStep('reading', job);
  return (
    <Empty title={t('imports.allHere')}>
      <button
        type="button"
        className="button"
        disabled={reading.isPending}
        onClick={() => reading.mutate()}
      >
        {t('imports.goOn')}
      </button>
      {reading.error && <ProblemPanel problem={reading.error} />}
    </Empty>
  );
}

/** A reload loses hold of the file: the browser gives it only to whoever chooses it. */
function ChooseAgain({ job }: { job: Import }): ReactElement {
  const { t } = useTranslation();
  const send = useSend();
  const [file, setFile] = useState<File>();
  const other = file && (file.name !== job.fileName || partsOf(file.size) !== job.parts);
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file && !other) send(job, file);
      }}
    >
      <p>
        {t('imports.chooseAgain', {
          name: job.fileName,
          received: job.partsReceived,
          parts: job.parts,
        })}
      </p>
      <FileField id="import-file" label={t('imports.sameFile')} onChoose={setFile} />
      {other && <FieldFault>{t('imports.otherFile', { name: job.fileName })}</FieldFault>}
      <button type="submit" className="button button-main" disabled={!file || other === true}>
        {t('imports.goOnSending')}
      </button>
    </form>
  );
}
