import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { HonourConsultation, Nomination, NominationFile } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';
import { HONOURS } from './honour-queries.ts';
import { useDesk } from './use-honours.ts';

interface Props {
  file: NominationFile;
  nomination: Nomination;
}

/** Who was asked whether anything stands against it, and what came back. */
export function Consultations({ file, nomination }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [replying, setReplying] = useState<HonourConsultation>();
  const { whole, writes } = useDesk();
  const takes = whole && writes && nomination.state === 'SUBMITTED' && nomination.heldBy === '';
  if (file.consultations.length === 0) return <p>{t('nominations.noConsultations')}</p>;
  return (
    <>
      <TableFrame label={t('nominations.consultations')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('nominations.body')}</th>
            <th scope="col">{t('nominations.askedOn')}</th>
            <th scope="col">{t('nominations.reply')}</th>
            <th scope="col">{t('nominations.field.note')}</th>
          </tr>
        </thead>
        <tbody>
          {file.consultations.map((one) => (
            <tr key={one.body}>
              <th scope="row">{label('consulted', one.body)}</th>
              <td className="date" data-label={t('nominations.askedOn')}>
                {one.askedOn}
              </td>
              <td data-label={t('nominations.reply')}>
                <Reply one={one} {...(takes ? { onReply: () => setReplying(one) } : {})} />
              </td>
              <td data-label={t('nominations.field.note')}>{one.note || '–'}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {replying && (
        <ReplyDialog
          one={replying}
          nomination={nomination}
          onClose={() => setReplying(undefined)}
        />
      )}
    </>
  );
}

function Reply({ one, onReply }: { one: HonourConsultation; onReply?: () => void }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (one.reply !== '') {
    return (
      <>
        <Chip tone={one.reply === 'OBJECTION' ? 'bad' : 'good'}>
          {label('consultReply', one.reply)}
        </Chip>{' '}
        <span className="date">{one.repliedOn}</span>
      </>
    );
  }
  return (
    <>
      <Chip tone="warn" icon="clock">
        {t('nominations.waiting')}
      </Chip>{' '}
      {onReply && (
        <button
          type="button"
          className="button"
          aria-label={t('nominations.replyOf', { body: label('consulted', one.body) })}
          onClick={onReply}
        >
          {t('nominations.act.reply.do')}
        </button>
      )}
    </>
  );
}

interface ReplyProps {
  one: HonourConsultation;
  nomination: Nomination;
  onClose: () => void;
}

function ReplyDialog({ one, nomination, onClose }: ReplyProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <FormDialog
      title={t('nominations.replyOf', { body: label('consulted', one.body) })}
      follows={t('nominations.act.reply.follows')}
      does={t('nominations.act.reply.do')}
      fields={[
        {
          name: 'happenedOn',
          label: t('nominations.field.happenedOn'),
          as: 'past',
          first: today(),
        },
        {
          name: 'reply',
          label: t('nominations.reply'),
          as: 'choice',
          choices: (['NO_OBJECTION', 'OBJECTION'] as const).map((code) => [
            code,
            label('consultReply', code),
          ]),
        },
        { name: 'note', label: t('nominations.field.note'), as: 'long', optional: true },
      ]}
      send={(said, key) => reply(nomination, one.body, said, key)}
      stale={[HONOURS]}
      onClose={onClose}
    />
  );
}

function reply(
  { nominationId, version }: Nomination,
  body: string,
  { happenedOn = '', reply: said = '', note = '' }: FormValues,
  key: string,
) {
  const params = { path: { nominationId, body } };
  const headers = { 'Idempotency-Key': key };
  const what = { expectedVersion: version, happenedOn, reply: said, note };
  const path = '/nominations/{nominationId}/consultations/{body}/reply';
  return answer(client.POST(path, { params, headers, body: what }));
}
