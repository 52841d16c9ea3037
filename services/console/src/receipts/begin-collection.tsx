import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import { FileField } from '../imports/file-field.tsx';
import { sha256Of } from '../imports/upload.ts';
import { Problem } from '../problem.ts';
import { signedFen } from '../settlements/signed-fen.ts';
import { FieldFault } from '../ui/field-fault.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { amountPattern, TextField } from '../ui/text-field.tsx';
import { BackToReceipts } from './back-to-receipts.tsx';
import { useSendCollection } from './use-send-collection.ts';

/** A file is announced with the deposit its lines account for, and sent. */
export function BeginCollection(): ReactElement {
  const { t } = useTranslation();
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const [total, setTotal] = useState('');
  const [bank, setBank] = useState('');
  const begin = useBegin();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(file === undefined);
    if (file) begin.mutate({ total, bank, file });
  };
  return (
    <Page
      title={t('receipts.bringTitle')}
      above={<BackToReceipts view="files" />}
      lead={t('receipts.bringLead')}
    >
      <form className="import-block import-form" onSubmit={submit}>
        <FileField id="collection-file" label={t('receipts.file')} onChoose={setFile} />
        {missing && file === undefined && <FieldFault>{t('imports.fileMissing')}</FieldFault>}
        <p className="note">{t('receipts.columns')}</p>
        <TextField
          label={t('receipts.depositYuan')}
          note={t('receipts.depositNote')}
          value={total}
          required
          inputMode="decimal"
          pattern={`-?${amountPattern}`}
          title={t('receipts.amountForm')}
          onValue={setTotal}
        />
        <TextField
          label={t('receipts.bank')}
          note={t('receipts.bankNote')}
          value={bank}
          maxLength={40}
          onValue={setBank}
        />
        {begin.error && <BeginProblem problem={begin.error} />}
        <button type="submit" className="button button-main" disabled={begin.isPending}>
          {begin.isPending ? t('imports.hashing') : t('imports.upload')}
        </button>
      </form>
    </Page>
  );
}

/** Who brings a file again is shown what became of it. */
function BeginProblem({ problem }: { problem: unknown }): ReactElement {
  const { t } = useTranslation();
  const known = problem instanceof Problem ? problem.details['collectionId'] : undefined;
  return (
    <>
      <ProblemPanel problem={problem} />
      {typeof known === 'string' && known !== '' && (
        <p>
          <Link to={`/receipts/${known}`}>{t('receipts.toKnownFile')}</Link>
        </p>
      )}
    </>
  );
}

function useBegin() {
  const go = useNavigate();
  const send = useSendCollection();
  return useMutation({
    mutationFn: async ({ total, bank, file }: { total: string; bank: string; file: File }) => {
      if (!('subtle' in crypto)) throw new Problem(0, { code: 'NOT_SECURE' });
      const sha256 = await sha256Of(file);
      const of = { fileName: file.name, sizeBytes: file.size, sha256 };
      // Of adjustments alone the deposit is below zero; what is no amount the node refuses.
      const body = { ...of, totalFen: signedFen(total) ?? '0', bank: bank.trim() };
      return answer(client.POST('/fund/collections', { body }));
    },
    onSuccess: (begun, { file }) => {
      send(begun, file);
      void go(`/receipts/${begun.collectionId}`, { replace: true });
    },
  });
}
