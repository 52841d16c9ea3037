import { useEffect, useRef } from 'react';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page } from '../ui/page.tsx';
import { moment } from '../dates.ts';
import { useWho } from '../ui/use-who.ts';
import { useUrl } from '../url.ts';
import { BackToImports } from './begin-import.tsx';
import { CancelButton } from './cancel-button.tsx';
import { CheckedStep } from './checked-step.tsx';
import { DoneStep } from './done-step.tsx';
import { EndedImport } from './ended-import.tsx';
import { megabytes } from './file-fault.ts';
import { ImportStateChip } from './import-state-chip.tsx';
import { isCancellable, stepOf } from './import-state.ts';
import type { Import } from './import-state.ts';
import { ImportSteps } from './import-steps.tsx';
import { useImport } from './imports-queries.ts';
import { MappingStep } from './mapping-step.tsx';
import { useMayImport } from './may-import.ts';
import { UploadStep } from './upload-step.tsx';
import { WorkingStep } from './working-step.tsx';

/** The node knows which step an import is at; who comes back, after a reload or from elsewhere, is at the same one. */
export function ImportWizard({ importId }: { importId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useImport(importId);
  return (
    <Page
      title={query.data?.fileName ?? t('imports.title')}
      above={<BackToImports />}
      lead={query.data && <ImportStateChip state={query.data.state} />}
    >
      <Loaded query={query} lines={8}>
        {(job) => <Wizard job={job} />}
      </Loaded>
    </Page>
  );
}

function Wizard({ job }: { job: Import }): ReactElement {
  const { t, i18n } = useTranslation();
  const who = useWho();
  const [read] = useUrl();
  const label = useLabels();
  const mayImport = useMayImport();
  const remaps = job.state === 'CHECKED' && read('step') === 'map' && job.sheets.length > 0;
  const step = remaps ? 'map' : stepOf(job.state);
  const body = useFocusOnNewStep(`${job.state} ${remaps}`);
  return (
    <>
      {step && <ImportSteps at={step} whole={job.state === 'DONE' || job.state === 'UNDONE'} />}
      <Facts
        of={[
          [t('imports.union'), job.unionName],
          [t('imports.joinedOn'), job.joinedOn],
          [t('imports.broughtBy'), `${who(job.createdBy)} · ${moment(job.createdAt)}`],
          [t('imports.size'), megabytes(job.sizeBytes, i18n.language)],
        ]}
      />
      <section
        ref={body}
        tabIndex={-1}
        className="import-block"
        aria-label={step && t(`imports.step.${step}`)}
      >
        <p className="hidden" role="status">
          {label('importState', job.state)}
        </p>
        <StepBody job={job} remaps={remaps} />
      </section>
      {mayImport && isCancellable(job.state) && <CancelButton job={job} />}
    </>
  );
}

/** Whoever pressed the button of a step that is gone goes on at the next one, not at the top of the page. */
function useFocusOnNewStep(step: string): RefObject<HTMLElement | null> {
  const body = useRef<HTMLElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    const lost = document.activeElement === document.body;
    if (lost) body.current?.focus({ preventScroll: true });
  }, [step]);
  return body;
}

function StepBody({ job, remaps }: { job: Import; remaps: boolean }): ReactElement {
  const { t } = useTranslation();
  const mayImport = useMayImport();
  if (remaps) return <MappingStep job={job} />;
  switch (job.state) {
    case 'UPLOADING':
      return mayImport ? <UploadStep job={job} /> : <p>{t('imports.othersWork')}</p>;
    case 'READ':
      // What stands in a file is shown to whoever brought it and to nobody else.
      return job.sheets.length > 0 ? <MappingStep job={job} /> : <p>{t('imports.othersWork')}</p>;
    case 'CHECKED':
      return <CheckedStep job={job} />;
    case 'DONE':
    case 'UNDONE':
      return <DoneStep job={job} />;
    case 'CANCELLED':
    case 'FAILED':
      return <EndedImport job={job} />;
    default:
      return <WorkingStep job={job} />;
  }
}
