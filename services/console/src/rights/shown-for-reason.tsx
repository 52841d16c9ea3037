import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { shownFor } from '../members/revealed.ts';
import { queries } from '../queries.ts';
import type { WorkOrder } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useHeld } from '../ui/use-held.ts';
import { openStates } from './order-states.ts';

interface Whole {
  words: string;
  hideAt: string;
  leftToday: number;
}

interface Props {
  masked: string;
  /** What the button says, and what is said before it is pressed. */
  does: string;
  follows: string;
  mayAsk: boolean;
  ask: (reason: string) => Promise<Whole>;
}

/** A person masked; whole for a minute and a reason that stays. */
function ShownForReason({ masked, does, follows, mayAsk, ask }: Props): ReactElement {
  const { t } = useTranslation();
  const duty = useQuery(queries.session()).data?.duty?.duty;
  const [shown, show] = useHeld<Whole>(({ hideAt }) => shownFor(hideAt, Date.now()));
  const [asked, setAsked] = useState(false);
  return (
    <>
      {shown ? (
        <>
          <code className="whole">{shown.values.words}</code>{' '}
          {t('reveal.hidesIn', { seconds: shown.secondsLeft })}
          {' · '}
          {t('reveal.leftToday', { count: shown.values.leftToday })}
        </>
      ) : (
        <span className="masked">
          <code>{masked}</code>{' '}
          {mayAsk && duty !== 'auditor' && (
            <button type="button" className="pick" onClick={() => setAsked(true)}>
              {does}
            </button>
          )}
        </span>
      )}
      {asked && (
        <FormDialog
          title={does}
          follows={follows}
          does={does}
          fields={[
            {
              name: 'reason',
              label: t('record.revealReason'),
              note: t('recordNote.revealReason'),
              as: 'long',
              maxLength: 200,
            },
          ]}
          send={async ({ reason = '' }) => show(await ask(reason.trim()))}
          stale={[]}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

/** Who called: to call him back, as long as his order is open. */
export function Caller({ order }: { order: WorkOrder }): ReactElement {
  const { t } = useTranslation();
  if (order.anonymous) return <>{t('rights.anonymous')}</>;
  if (order.callerNameMasked + order.callerPhoneMasked === '') return <>{t('rights.member')}</>;
  return (
    <ShownForReason
      masked={[order.callerNameMasked, order.callerPhoneMasked].filter(Boolean).join(' ')}
      does={t('rights.showCaller')}
      follows={t('rights.showCallerFollows')}
      mayAsk={openStates.some((state) => state === order.state)}
      ask={async (reason) => {
        const params = { path: { orderId: order.orderId } };
        const body = { reason };
        const { callerName, callerPhone, ...shown } = await answer(
          client.POST('/work-orders/{orderId}/caller', { params, body }),
        );
        return { ...shown, words: [callerName, callerPhone].filter(Boolean).join(' ') };
      }}
    />
  );
}

interface ApplicantProps {
  masked: string;
  ask: (reason: string) => Promise<{ personName: string; hideAt: string; leftToday: number }>;
}

/** Who asks for mediation or legal aid. */
export function Applicant({ masked, ask }: ApplicantProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ShownForReason
      masked={masked}
      does={t('rights.showApplicant')}
      follows={t('rights.showApplicantFollows')}
      mayAsk
      ask={async (reason) => {
        const { personName, ...shown } = await ask(reason);
        return { ...shown, words: personName };
      }}
    />
  );
}
