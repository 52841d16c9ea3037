import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { fenSince } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { answer, client } from '../client.ts';
import { RecordPayment } from '../payouts/record-payment.tsx';
import type { LegalAid } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { BackToRights } from './back-to-rights.tsx';
import { DayLeft } from './day-left.tsx';
import { legalAidActs, legalAidWay } from './legal-aid-acts.ts';
import { rightsQueries } from './rights-queries.ts';
import { RightsSteps } from './rights-steps.tsx';
import { Applicant } from './shown-for-reason.tsx';
import { useRoster } from './use-roster.ts';

/** One case of legal aid: whom it helps, against whom, by which lawyer, and what came of it. */
export default function LegalAidPage(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { legalAidId = '' } = useParams();
  const query = useQuery(rightsQueries.legalAid(legalAidId));
  const lawyer = useRoster('LAWYER');
  const one = query.data?.legalAid;
  return (
    <Page
      title={one ? `${one.personNameMasked} · ${label('aidKind', one.aidKind)}` : t('aids.title')}
      above={<BackToRights view="aids" words={t('rights.backToAids')} />}
      lead={
        one && (
          <>
            <RecordState words="legalAidState" state={one.state} /> {one.unionName}
          </>
        )
      }
      tools={
        one && <Acts acts={legalAidActs} record={one} state={one.state} choices={{ lawyer }} />
      }
    >
      <Loaded query={query} lines={10}>
        {({ legalAid, content, steps }) =>
          legalAid && (
            <>
              <Case aid={legalAid} content={content} />
              {legalAid.state === 'EVALUATED' && (
                <RecordPayment payoutKind="LEGAL_AID_SUBSIDY" recordId={legalAid.legalAidId} />
              )}
              <RightsSteps
                steps={steps}
                stepWords="legalAidStep"
                stateWords="legalAidState"
                noteWords={{ START: 'aidRoute', CLOSE: 'aidResult' }}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Case({ aid: one, content }: { aid: LegalAid; content: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { steps, ...stands } = legalAidWay(one);
  return (
    <>
      <Way steps={steps.map((state) => [state, label('legalAidWay', state)])} {...stands} />
      <Section title={t('rights.matter')}>
        <Facts
          of={[
            [t('record.matterContent'), content],
            [
              t('rights.applicant'),
              <Applicant
                key="applicant"
                masked={one.personNameMasked}
                ask={(reason) => {
                  const params = { path: { legalAidId: one.legalAidId } };
                  const to = '/legal-aid/{legalAidId}/applicant';
                  return answer(client.POST(to, { params, body: { reason } }));
                }}
              />,
            ],
            [t('record.aidKind'), label('aidKind', one.aidKind)],
            [t('record.disputeKind'), label('disputeKind', one.disputeKind)],
            [t('record.opponent'), one.employerName],
            [t('record.workRegion'), one.workRegion],
            [t('record.homeRegion'), one.originRegion],
            [t('record.helpedWorkers'), one.workers],
            [t('record.askedOn'), one.appliedOn],
            [t('record.papers'), one.materials.map((paper) => label('aidPaper', paper)).join('、')],
            [
              t('rights.reviewDueOn'),
              one.dueOn && <DayLeft key="due" on={one.dueOn} open={one.state === 'MATERIALS'} />,
            ],
            [t('record.reason'), one.reason],
            [t('record.lawyer'), one.professionalName],
            [t('record.aidRoute'), one.route && label('aidRoute', one.route)],
            [t('record.aidResult'), one.result && label('aidResult', one.result)],
            [t('rights.recovered'), fenSince(one.recoveredFen, one.closedOn)],
            [t('rights.closedOn'), one.closedOn],
            [
              t('record.satisfaction'),
              one.satisfaction > 0 && label('satisfaction', String(one.satisfaction)),
            ],
          ]}
        />
      </Section>
    </>
  );
}
