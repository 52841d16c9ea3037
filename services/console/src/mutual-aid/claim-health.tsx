import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import type { MutualAidClaim, RevealedAidClaim } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { AidActs } from './aid-acts.tsx';
import { useAidFields } from './aid-fields.ts';

const shownMs = 60_000;

/** How ill somebody is: asked for with a reason that stays, shown for a minute, and kept nowhere but in this page. */
export function ClaimHealth({ claim }: { claim: MutualAidClaim }): ReactElement | null {
  const { t } = useTranslation();
  const fields = useAidFields();
  const [shown, setShown] = useState<RevealedAidClaim>();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  useEffect(() => {
    if (!shown) return;
    const hiding = setTimeout(() => setShown(undefined), shownMs);
    return () => clearTimeout(hiding);
  }, [shown]);
  if (!['clerk', 'chair'].includes(duty)) return null;
  return (
    <Section title={t('aid.health')} note={t('aid.healthNote')}>
      {shown ? (
        <>
          <Health revealed={shown} />
          <button type="button" className="button" onClick={() => setShown(undefined)}>
            {t('aid.hide')}
          </button>
        </>
      ) : (
        <AidActs
          acts={[
            {
              name: 'reveal',
              fields: fields(['revealCode', 'reason']),
              async send({ revealCode = '', reason = '' }) {
                const params = { path: { claimId: claim.claimId } };
                const body = { reasonCode: revealCode, reason: reason.trim() };
                const at = '/mutual-aid-claims/{claimId}/reveal';
                setShown(await answer(client.POST(at, { params, body })));
              },
            },
          ]}
        />
      )}
    </Section>
  );
}

function Health({ revealed: { personName, health } }: { revealed: RevealedAidClaim }) {
  const { t } = useTranslation();
  const label = useLabels();
  if (!health) return null;
  return (
    <Facts
      of={[
        [t('aid.field.personName'), personName],
        [t('aid.field.diagnosis'), health.diagnosis],
        [t('aid.field.hospital'), health.hospital],
        [t('aid.field.hospitalLevel'), label('aidHospitalLevel', String(health.hospitalLevel))],
        [t('aid.field.diseaseCode'), health.diseaseCode],
        [t('aid.field.admittedOn'), health.admittedOn],
        [t('aid.field.dischargedOn'), health.dischargedOn],
        [t('aid.field.days'), String(health.days)],
        [t('aid.selfPaid'), <Money key="fen" fen={health.selfPayFen} />],
      ]}
    />
  );
}
