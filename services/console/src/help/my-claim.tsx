import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { yuan } from '../numbers.ts';
import type { MutualAidClaim } from '../shapes.ts';
import type { Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { AskButton } from './ask-button.tsx';
import { Followed } from './followed.tsx';
import { helpQueries } from './help-queries.ts';
import { Papers } from './papers.tsx';

const HIS: readonly string[] = ['REPORTED', 'RETURNED'];
const tones: Readonly<Record<string, Tone>> = {
  PAID: 'good',
  APPROVED: 'good',
  REPORTED: 'bad',
  RETURNED: 'bad',
  REJECTED: 'plain',
};

/** Paid is what finance has heard from the bank, and not the last click of a desk. */
const shownState = ({ state, payoutState }: MutualAidClaim): string =>
  payoutState === 'PAID' ? 'PAID' : state;

export function MyClaim({ claim }: { claim: MutualAidClaim }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const { claimId, planName, reasonCode, benefitFen, reportedOn, own } = claim;
  const state = shownState(claim);
  const reason = label('myHelp.reason', reasonCode);
  const amount = yuan(benefitFen, i18n.language);
  return (
    <Followed
      title={planName}
      state={label('myHelp.claimState', state)}
      tone={tones[state] ?? 'warn'}
      next={t(`myHelp.claimNext.${state as 'REPORTED'}`)}
      facts={[
        t('myHelp.received', { date: reportedOn }),
        benefitFen === '0' ? '' : t('myHelp.claim.benefit', { amount }),
        reasonCode === '' ? '' : t('myHelp.because', { reason }),
      ]}
    >
      {own && HIS.includes(state) && (
        <>
          <Papers recordKind="MUTUAL_AID_CLAIM" recordId={claimId} open />
          <HandIn claim={claim} />
        </>
      )}
      {own && state === 'REJECTED' && <Appeal claim={claim} />}
    </Followed>
  );
}

/** The photographs are named by what they are hashed to, so that nobody exchanges one afterwards. */
function HandIn({ claim }: { claim: MutualAidClaim }): ReactElement {
  const { t } = useTranslation();
  const { claimId, version: expectedVersion } = claim;
  const papers = useQuery(helpQueries.papers('MUTUAL_AID_CLAIM', claimId)).data ?? [];
  if (papers.length === 0) return <p className="note">{t('myHelp.claim.materialsFirst')}</p>;
  return (
    <div className="help-acts">
      <AskButton
        main
        does={t('myHelp.claim.materials')}
        follows={t('myHelp.claim.materialsFollows')}
        fields={[
          {
            name: 'invoices',
            label: t('myHelp.field.invoices'),
            note: t('myHelp.field.invoicesNote'),
            as: 'long',
            maxLength: 2_000,
          },
          {
            name: 'accountNumber',
            label: t('myHelp.field.accountNumber'),
            as: 'text',
            maxLength: 30,
          },
          { name: 'bankCode', label: t('myHelp.field.bankCode'), as: 'text', maxLength: 12 },
        ]}
        send={({ invoices = '', accountNumber = '', bankCode = '' }, key) => {
          const body = {
            expectedVersion,
            invoiceNumbers: invoices.split(/\s+/).filter((one) => one !== ''),
            evidenceSha256: [...new Set(papers.map(({ sha256 }) => sha256))],
            accountNumber: accountNumber.replaceAll(' ', ''),
            bankCode: bankCode.trim(),
          };
          const params = { path: { claimId } };
          return answer(
            client.POST('/mutual-aid-claims/{claimId}/materials', {
              params,
              headers: keyed(key),
              body,
            }),
          );
        }}
      />
    </div>
  );
}

function Appeal({ claim }: { claim: MutualAidClaim }): ReactElement | null {
  const { t } = useTranslation();
  const { claimId, version: expectedVersion, steps } = claim;
  if (steps.some(({ step }) => step === 'APPEAL')) return null;
  return (
    <div className="help-acts">
      <AskButton
        main
        does={t('myHelp.claim.appeal')}
        follows={t('myHelp.claim.appealFollows')}
        fields={[]}
        send={(_, key) =>
          answer(
            client.POST('/mutual-aid-claims/{claimId}/appeal', {
              params: { path: { claimId } },
              headers: keyed(key),
              body: { expectedVersion },
            }),
          )
        }
      />
    </div>
  );
}
