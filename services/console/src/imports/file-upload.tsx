import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFault } from '../ui/field-fault.tsx';
import { Empty } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { FileField } from './file-field.tsx';
import { ProgressLine } from './progress-line.tsx';
import { goOnUploading, partsOf, useUpload } from './upload.ts';

interface Props {
  id: string;
  fileName: string;
  parts: number;
  partsReceived: number;
  /** Sends what has not arrived of it. */
  send: (file: File) => void;
  /** All is there: asks the node to read it. */
  reading: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error'>;
}

/** A file on its way to the node: how far it is, and how to go on where it stopped. */
export function FileUpload(props: Props): ReactElement {
  const { id, parts, partsReceived, reading } = props;
  const { t } = useTranslation();
  const upload = useUpload(id);
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
        <ProblemPanel problem={upload.problem} retry={() => goOnUploading(id)} />
        <p>{t('imports.stopped', { sent: upload.sent, parts: upload.parts })}</p>
      </>
    );
  }
  return partsReceived >= parts ? <AllHere reading={reading} /> : <ChooseAgain {...props} />;
}

/** The browser was closed between the last part and the next step. */
function AllHere({ reading }: Pick<Props, 'reading'>): ReactElement {
  const { t } = useTranslation();
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
function ChooseAgain({ fileName, parts, partsReceived, send }: Props): ReactElement {
  const { t } = useTranslation();
  const [file, setFile] = useState<File>();
  const other = file && (file.name !== fileName || partsOf(file.size) !== parts);
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file && !other) send(file);
      }}
    >
      <p>{t('imports.chooseAgain', { name: fileName, received: partsReceived, parts })}</p>
      <FileField id="import-file" label={t('imports.sameFile')} onChoose={setFile} />
      {other && <FieldFault>{t('imports.otherFile', { name: fileName })}</FieldFault>}
      <button type="submit" className="button button-main" disabled={!file || other === true}>
        {t('imports.goOnSending')}
      </button>
    </form>
  );
}
