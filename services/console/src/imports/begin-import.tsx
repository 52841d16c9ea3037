import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { Problem } from '../problem.ts';
import { DateField } from '../ui/date-field.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { FieldFault } from '../ui/field-fault.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useUrl } from '../url.ts';
import { FileField } from './file-field.tsx';
import { ImportSteps } from './import-steps.tsx';
import { useSend } from './upload-step.tsx';
import { sha256Of } from './upload.ts';

/** The first step, before the node knows of anything: the union, the day and the file. */
export function BeginImport(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const unionId = read('unionId');
  const joinedOn = read('joinedOn') || today();
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const begin = useBegin();
  const ready = unionId !== '' && file !== undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(!ready);
    if (ready) begin.mutate({ unionId, joinedOn, file });
  };
  return (
    <Page title={t('imports.beginTitle')} above={<BackToImports />} lead={t('imports.beginLead')}>
      <ImportSteps at="choose" />
      <Template />
      <form className="import-block import-form" noValidate onSubmit={submit}>
        <h2>{t('imports.which')}</h2>
        <div className="field">
          <label htmlFor="import-union">{t('imports.union')}</label>
          <UnionSelect
            id="import-union"
            value={unionId}
            placeholder={t('imports.unionHint')}
            onChange={(id) => patch({ unionId: id }, true)}
          />
          <p className="note">{t('imports.unionNote')}</p>
          {missing && unionId === '' && <FieldFault>{t('imports.unionMissing')}</FieldFault>}
        </div>
        <div className="field">
          <label htmlFor="import-joined-on">{t('imports.joinedOn')}</label>
          <DateField
            id="import-joined-on"
            value={joinedOn}
            onChange={(date) => patch({ joinedOn: date }, true)}
          />
          <p className="note">{t('imports.joinedOnNote')}</p>
        </div>
        <FileField id="import-file" label={t('imports.file')} onChoose={setFile} />
        {missing && file === undefined && <FieldFault>{t('imports.fileMissing')}</FieldFault>}
        {begin.error && <BeginProblem problem={begin.error} />}
        <button type="submit" className="button button-main" disabled={begin.isPending}>
          {begin.isPending ? t('imports.hashing') : t('imports.upload')}
        </button>
      </form>
    </Page>
  );
}

function Template(): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="import-block">
      <h2>{t('imports.template')}</h2>
      <p className="note">{t('imports.templateNote')}</p>
      <DownloadButton file={() => client.GET('/import-template', { parseAs: 'blob' })}>
        {t('imports.templateGet')}
      </DownloadButton>
    </section>
  );
}

export function BackToImports(): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="trail" aria-label={t('imports.title')}>
      <Link to="/imports">{t('imports.back')}</Link>
    </nav>
  );
}

/** Who has one under way is shown the way to it. */
function BeginProblem({ problem }: { problem: unknown }): ReactElement {
  const { t } = useTranslation();
  const running = problem instanceof Problem ? problem.details['importId'] : undefined;
  const busy = problem instanceof Problem && problem.code === 'IMPORT_BUSY';
  return (
    <>
      <ProblemPanel problem={problem} />
      {busy && typeof running === 'string' && (
        <p>
          {t('imports.busyNext')} <Link to={`/imports/${running}`}>{t('imports.busyOpen')}</Link>
        </p>
      )}
    </>
  );
}

function useBegin() {
  const go = useNavigate();
  const send = useSend();
  return useMutation({
    mutationFn: async (asked: { unionId: string; joinedOn: string; file: File }) => {
      const { unionId, joinedOn, file } = asked;
      if (!('subtle' in crypto)) throw new Problem(0, { code: 'NOT_SECURE' });
      const sha256 = await sha256Of(file);
      const body = { unionId, joinedOn, fileName: file.name, sizeBytes: file.size, sha256 };
      return answer(client.POST('/imports', { body }));
    },
    onSuccess: (begun, { file }) => {
      send(begun, file);
      void go(`/imports/${begun.importId}`, { replace: true });
    },
  });
}
