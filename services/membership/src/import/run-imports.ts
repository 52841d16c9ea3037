// Goes on with imports that are at work, wherever they were left: one at a time, each chunk in its own transaction.
import { isRefusal, isTransient } from '@gonglian/kernel/refusal.ts';
import { asRefusal } from '@gonglian/service/errors.ts';
import type { Running } from '@gonglian/service/handler.ts';
import { alone } from '@gonglian/service/own-work.ts';
import type { Own, Sql } from '../pipeline.ts';
import { getJob, lockJob, moveTo, type ImportJob } from './import-job.ts';
import { decideStep, type ImportState } from './import-state.ts';
import { asJob, type Work } from './job-transaction.ts';
import { workOnChecking } from './work-checking.ts';
import { workOnCommitting } from './work-committing.ts';
import { workOnReading } from './work-reading.ts';
import { workOnUndoing } from './work-undoing.ts';

type WorkState = Extract<ImportState, 'READING' | 'CHECKING' | 'COMMITTING' | 'UNDOING'>;

const WORK: Record<WorkState, (work: Work) => Promise<void>> = {
  READING: workOnReading,
  CHECKING: workOnChecking,
  COMMITTING: workOnCommitting,
  UNDOING: workOnUndoing,
};
/** What fails for another reason than the file's own is tried so often. */
const ATTEMPTS_MAX = 5;
const never = new AbortController().signal;

/** The import that has waited longest for the service goes on; false where none waits. Throws what failed. */
export async function runNextImport(running: Running<Own>, signal = never): Promise<boolean> {
  const next = await asJob(running, ({ sql }) => findNext(sql));
  if (next === undefined) return false;
  return alone(running, `import ${next}`, () => goOn(running, next, signal));
}

async function findNext(sql: Sql): Promise<string | undefined> {
  const [next] = await sql<{ id: string }>`
    select id from import_job where state in ('READING', 'CHECKING', 'COMMITTING', 'UNDOING')
    order by touched_at limit 1`;
  return next?.id;
}

async function goOn(running: Running<Own>, importId: string, signal: AbortSignal): Promise<void> {
  const job = await asJob(running, ({ sql }) => getJob(sql, importId));
  if (!isAtWork(job.state)) return;
  try {
    await WORK[job.state]({ running, job, signal });
  } catch (error) {
    const failure = asRefusal(error);
    const final = isRefusal(failure) && !isTransient(failure.kind);
    const ended = await noteFailure(running, job, final ? failure.code : '');
    if (!ended) throw error;
  }
}

/** What is wrong with the file ends its import: true; what is wrong with us is tried again, after the others. */
function noteFailure(running: Running<Own>, job: ImportJob, code: string): Promise<boolean> {
  return asJob(running, async ({ sql, now }) => {
    const { state, version } = await lockJob(sql, job.id);
    if (state !== job.state || version !== job.version) return true;
    const [tried] = await sql<{ attempts: number }>`
      update import_job set attempts = attempts + 1, touched_at = ${now}
      where id = ${job.id} returning attempts`;
    // Who has joined stays so: an import that is being taken, or taken back, is never given up half way.
    const mayFail = state === 'READING' || state === 'CHECKING';
    if (!mayFail || (code === '' && (tried?.attempts ?? 0) < ATTEMPTS_MAX)) return false;
    await sql`delete from import_chunk where import_id = ${job.id}`;
    await moveTo(sql, job.id, decideStep(state, 'fail'), now, code || 'IMPORT_BROKEN');
    return true;
  });
}

function isAtWork(state: ImportState): state is WorkState {
  return Object.hasOwn(WORK, state);
}
