import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keyed } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { yuan } from '../numbers.ts';
import type { HardshipFile } from '../shapes.ts';
import type { Tone } from '../ui/chips.tsx';
import type { FormValues } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { AskButton } from './ask-button.tsx';
import { Followed } from './followed.tsx';
import { helpQueries } from './help-queries.ts';
import { Papers } from './papers.tsx';

type NextOf = 'DRAFT' | 'FILED';

/** The worker has to do something before anybody else can. */
const HIS: readonly string[] = ['DRAFT', 'RETURNED', 'REOPENED'];
const OVER: readonly string[] = ['CLOSED', 'REJECTED', 'EXITED'];
/** The union has said no, or not yet. */
const ANSWERED: readonly string[] = ['RETURNED', 'REJECTED'];
const REGISTERED: readonly string[] = ['FILED', 'IN_RELIEF', 'ANNUAL_VERIFY', 'EXIT_PROPOSED'];
const tones: Readonly<Record<string, Tone>> = {
  FILED: 'good',
  IN_RELIEF: 'good',
  RETURNED: 'bad',
  DRAFT: 'bad',
  CLOSED: 'plain',
  REJECTED: 'plain',
  EXITED: 'plain',
};

export const isOver = ({ state }: HardshipFile): boolean => OVER.includes(state);

/** His household's file: papers while they are his to add, the way out until it is on the register. */
export function MyFile({ file }: { file: HardshipFile }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { fileId, state, stoodOn, unionName } = file;
  return (
    <Followed
      title={t('myHelp.begin.hardship')}
      state={label('myHelp.hardshipState', state)}
      tone={tones[state] ?? 'warn'}
      next={t(`myHelp.hardshipNext.${state as NextOf}`, { ...file })}
      facts={[t('myHelp.since', { date: stoodOn }), unionName]}
    >
      {ANSWERED.includes(state) && <Answer fileId={fileId} />}
      {REGISTERED.includes(state) && <Paid fileId={fileId} />}
      {!OVER.includes(state) && (
        <Papers recordKind="HARDSHIP_FILE" recordId={fileId} open={HIS.includes(state)} />
      )}
      <FileActs file={file} />
      <Happened fileId={fileId} version={file.version} />
    </Followed>
  );
}

function FileActs({ file }: { file: HardshipFile }): ReactElement | null {
  const { t } = useTranslation();
  const { fileId, state, version: expectedVersion } = file;
  const his = HIS.includes(state);
  const about = { params: { path: { fileId } } };
  const body = ({ note = '' }: FormValues) => ({ expectedVersion, happenedOn: today(), note });
  const why = {
    name: 'note',
    label: t('myHelp.hardship.why'),
    as: 'long',
    optional: true,
  } as const;
  if (isOver(file) || REGISTERED.includes(state)) return null;
  return (
    <div className="help-acts">
      {his && (
        <AskButton
          main
          does={t('myHelp.hardship.submit')}
          follows={t('myHelp.hardship.submitFollows')}
          fields={[]}
          send={(values, key) =>
            answer(
              client.POST('/hardship-files/{fileId}/submission', {
                ...about,
                headers: keyed(key),
                body: body(values),
              }),
            )
          }
        />
      )}
      {his && (
        <Link className="button" to={`/help/hardship?file=${fileId}&version=${expectedVersion}`}>
          {t('myHelp.hardship.again')}
        </Link>
      )}
      {state !== 'REOPENED' && (
        <AskButton
          does={t('myHelp.hardship.withdraw')}
          follows={t('myHelp.hardship.withdrawFollows')}
          fields={[why]}
          send={(values, key) =>
            answer(
              client.POST('/hardship-files/{fileId}/withdrawal', {
                ...about,
                headers: keyed(key),
                body: body(values),
              }),
            )
          }
        />
      )}
    </div>
  );
}

/** Why, in the words of whoever returned or refused it: the node tells them to the worker himself and to nobody else. */
function Answer({ fileId }: { fileId: string }): ReactElement | null {
  const { t } = useTranslation();
  const steps = useQuery(helpQueries.file(fileId)).data?.steps ?? [];
  const said = steps.findLast(({ state }) => ANSWERED.includes(state));
  if (!said || said.note === '') return null;
  return (
    <p className="help-answer">
      <strong>{t('myHelp.hardship.answer', { date: said.happenedOn })}</strong>
      {said.note}
    </p>
  );
}

/** Paid is what the bank has paid. */
function Paid({ fileId }: { fileId: string }): ReactElement {
  const { t, i18n } = useTranslation();
  const grants = useQuery(helpQueries.grants(fileId)).data ?? [];
  const shown = grants.filter(({ state }) => !['REJECTED', 'RETURNED'].includes(state));
  return (
    <ul className="help-lines">
      {shown.map(({ grantId, paidOn, amountFen }) => (
        <li key={grantId}>
          {t(paidOn === '' ? 'myHelp.hardship.onWay' : 'myHelp.hardship.paid', {
            date: paidOn,
            amount: yuan(amountFen, i18n.language),
          })}
        </li>
      ))}
    </ul>
  );
}

function Happened({ fileId, version }: { fileId: string; version: number }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { data } = useQuery({ ...helpQueries.file(fileId), enabled: version > 1 });
  return (
    <details>
      <summary>{t('myHelp.happened')}</summary>
      <ol className="help-lines">
        {(data?.steps ?? []).map(({ step, state, happenedOn }, at) => (
          <li key={`${step} ${String(at)}`}>
            {happenedOn} {label('myHelp.hardshipState', state)}
          </li>
        ))}
      </ol>
    </details>
  );
}
