import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import { FileUpload } from '../imports/file-upload.tsx';
import { ProgressLine } from '../imports/progress-line.tsx';
import { forgetUpload } from '../imports/upload.ts';
import { exact, yuan } from '../numbers.ts';
import type { Collection } from '../shapes.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page } from '../ui/page.tsx';
import { BackToReceipts } from './back-to-receipts.tsx';
import { CollectionOutcome } from './collection-outcome.tsx';
import { isCancellable } from './collection-state.ts';
import { CollectionStateChip } from './collection-state-chip.tsx';
import { EndedCollection } from './ended-collection.tsx';
import { useCollection, useCollectionStep } from './receipts-queries.ts';
import { useReach } from './use-reach.ts';
import { useSendCollection } from './use-send-collection.ts';

/** One file at the step it is at; the node knows it, so a reload or another desk shows the same. */
export function CollectionPage({ collectionId }: { collectionId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useCollection(collectionId);
  return (
    <Page
      title={query.data?.fileName ?? t('receipts.file')}
      above={<BackToReceipts view="files" />}
      lead={query.data && <CollectionStateChip state={query.data.state} />}
    >
      <Loaded query={query} lines={6}>
        {(one) => <Steps one={one} />}
      </Loaded>
    </Page>
  );
}

function Steps({ one }: { one: Collection }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { writes } = useReach();
  return (
    <>
      <Facts
        of={[
          [t('receipts.deposit'), <Money key="deposit" fen={one.totalFen} />],
          [t('receipts.bank'), one.bank],
          [t('receipts.begunAt'), moment(one.createdAt)],
          [t('receipts.doneAt'), one.doneAt && moment(one.doneAt)],
        ]}
      />
      <section className="import-block" aria-label={label('collectionState', one.state)}>
        <p className="hidden" role="status">
          {label('collectionState', one.state)}
        </p>
        <StepBody one={one} />
      </section>
      {writes && isCancellable(one.state) && <CancelButton one={one} />}
    </>
  );
}

function StepBody({ one }: { one: Collection }): ReactElement {
  switch (one.state) {
    case 'UPLOADING':
      return <Upload one={one} />;
    case 'CHECKED':
      return <Checked one={one} />;
    case 'DONE':
      return <CollectionOutcome one={one} />;
    case 'CANCELLED':
    case 'FAILED':
      return <EndedCollection one={one} />;
    default:
      return <Working one={one} />;
  }
}

function Upload({ one }: { one: Collection }): ReactElement {
  const { t } = useTranslation();
  const { writes } = useReach();
  const send = useSendCollection();
  const reading = useCollectionStep('reading', one);
  if (!writes) return <p>{t('receipts.othersWork')}</p>;
  const { collectionId: id, fileName, parts, partsReceived } = one;
  const of = { id, fileName, parts, partsReceived };
  return <FileUpload {...of} send={(file) => send(one, file)} reading={reading} />;
}

/** The node works by itself; nobody has to stay and watch. */
function Working({ one }: { one: Collection }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  // While a file is read nobody knows how many lines it has.
  const all = one.state === 'POSTING' ? one.lines : 0;
  const counts = {
    done: exact(one.linesDone, i18n.language),
    lines: exact(one.lines, i18n.language),
  };
  return (
    <>
      <ProgressLine
        label={label('collectionState', one.state)}
        done={one.linesDone}
        all={all}
        words={all > 0 ? t('receipts.linesDone', counts) : ''}
      />
      <p>{t('imports.mayLeave')}</p>
    </>
  );
}

function Checked({ one }: { one: Collection }): ReactElement {
  const { t, i18n } = useTranslation();
  const { writes } = useReach();
  const [asks, setAsks] = useState(false);
  const post = useCollectionStep('posting', one);
  const of = {
    count: one.lines,
    lines: exact(one.lines, i18n.language),
    amount: yuan(one.totalFen, i18n.language),
  };
  return (
    <>
      <h2>{t('receipts.checkedTitle')}</h2>
      <p className="note">{t('receipts.checkedNote', of)}</p>
      {writes ? (
        <button type="button" className="button button-main" onClick={() => setAsks(true)}>
          {t('receipts.post', of)}
        </button>
      ) : (
        <p>{t('receipts.othersWork')}</p>
      )}
      <Confirm
        open={asks}
        title={t('receipts.postTitle', of)}
        confirm={t('receipts.post', of)}
        pending={post.isPending}
        problem={post.error}
        onCancel={() => setAsks(false)}
        onConfirm={() => post.mutate(undefined, { onSuccess: () => setAsks(false) })}
      >
        <p>{t('receipts.postFollows')}</p>
      </Confirm>
    </>
  );
}

/** Nothing is in the books yet, so giving up loses nothing but the file. */
function CancelButton({ one }: { one: Collection }): ReactElement {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const cancel = useCollectionStep('cancellation', one);
  return (
    <>
      <button type="button" className="button" onClick={() => setAsks(true)}>
        {t('receipts.giveUp')}
      </button>
      <Confirm
        open={asks}
        title={t('receipts.giveUpTitle')}
        confirm={t('receipts.giveUp')}
        pending={cancel.isPending}
        problem={cancel.error}
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          forgetUpload(one.collectionId);
          cancel.mutate(undefined, { onSuccess: () => setAsks(false) });
        }}
      >
        <p>{t('receipts.giveUpText')}</p>
      </Confirm>
    </>
  );
}
