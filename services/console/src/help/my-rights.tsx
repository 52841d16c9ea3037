import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { LegalAid, Mediation } from '../shapes.ts';
import type { Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { AskButton } from './ask-button.tsx';
import { Followed } from './followed.tsx';
import { Papers } from './papers.tsx';

const tones: Readonly<Record<string, Tone>> = {
  PERFORMED: 'good',
  AGREED: 'good',
  GRANTED: 'good',
  LAWYER_ASSIGNED: 'good',
  CLOSED: 'good',
  EVALUATED: 'good',
  UNPERFORMED: 'bad',
  FAILED: 'plain',
  WITHDRAWN: 'plain',
  REFUSED: 'plain',
  REFUSED_FINALLY: 'plain',
};
const MEDIATED: readonly string[] = ['APPLIED', 'ACCEPTED', 'INVESTIGATED', 'MEDIATING'];
const AIDED: readonly string[] = ['APPLIED', 'MATERIALS', 'GRANTED', 'LAWYER_ASSIGNED'];

export function MyMediation({ mediation }: { mediation: Mediation }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { mediationId, employerName, state, appliedOn, dueOn, arbitrationUntil } = mediation;
  const open = MEDIATED.includes(state);
  return (
    <Followed
      title={t('myHelp.rights.mediationOf', { employer: employerName })}
      state={label('myHelp.mediationState', state)}
      tone={tones[state] ?? 'warn'}
      next={t(`myHelp.mediationNext.${state as 'APPLIED'}`)}
      facts={[
        t('myHelp.received', { date: appliedOn }),
        open && dueOn !== '' ? t('myHelp.due', { date: dueOn }) : '',
        arbitrationUntil === '' ? '' : t('myHelp.rights.arbitration', { date: arbitrationUntil }),
      ]}
    >
      {open && (
        <>
          <Papers recordKind="MEDIATION" recordId={mediationId} open={state === 'APPLIED'} />
          <Withdraw mediation={mediation} />
        </>
      )}
    </Followed>
  );
}

function Withdraw({ mediation }: { mediation: Mediation }): ReactElement {
  const { t } = useTranslation();
  const { mediationId, version: expectedVersion } = mediation;
  return (
    <div className="help-acts">
      <AskButton
        does={t('myHelp.rights.withdraw')}
        follows={t('myHelp.rights.withdrawFollows')}
        fields={[]}
        send={(_, key) =>
          answer(
            client.POST('/mediations/{mediationId}/steps', {
              params: { path: { mediationId } },
              headers: keyed(key),
              body: { expectedVersion, step: 'WITHDRAW', steppedOn: today() },
            }),
          )
        }
      />
    </div>
  );
}

export function MyLegalAid({ aid }: { aid: LegalAid }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { legalAidId, employerName, state, appliedOn, dueOn } = aid;
  return (
    <Followed
      title={t('myHelp.rights.legalAidOf', { employer: employerName })}
      state={label('myHelp.legalAidState', state)}
      tone={tones[state] ?? 'warn'}
      next={t(`myHelp.legalAidNext.${state as 'APPLIED'}`)}
      facts={[
        t('myHelp.received', { date: appliedOn }),
        state === 'MATERIALS' && dueOn !== '' ? t('myHelp.due', { date: dueOn }) : '',
      ]}
    >
      {AIDED.includes(state) && (
        <Papers recordKind="LEGAL_AID" recordId={legalAidId} open={state === 'APPLIED'} />
      )}
    </Followed>
  );
}
