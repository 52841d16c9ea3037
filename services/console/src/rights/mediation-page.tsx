import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { fenSince } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { answer, client } from '../client.ts';
import type { Mediation } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { BackToRights } from './back-to-rights.tsx';
import { DayLeft } from './day-left.tsx';
import { mediationActs, mediationWay } from './mediation-acts.ts';
import { rightsQueries } from './rights-queries.ts';
import { RightsSteps } from './rights-steps.tsx';
import { Applicant } from './shown-for-reason.tsx';
import { useRosterOrNobody } from './use-roster.ts';

/** One dispute: what it is about, the days that are left to agree, and each step of it. */
export default function MediationPage(): ReactElement {
  const { t } = useTranslation();
  const { mediationId = '' } = useParams();
  const query = useQuery(rightsQueries.mediation(mediationId));
  const mediator = useRosterOrNobody('MEDIATOR');
  const one = query.data?.mediation;
  return (
    <Page
      title={one?.employerName ?? t('mediations.title')}
      above={<BackToRights view="mediations" words={t('rights.backToMediations')} />}
      lead={
        one && (
          <>
            <RecordState words="mediationState" state={one.state} /> {one.unionName}
          </>
        )
      }
      tools={
        one && <Acts acts={mediationActs} record={one} state={one.state} choices={{ mediator }} />
      }
    >
      <Loaded query={query} lines={10}>
        {({ mediation, content, steps }) =>
          mediation && (
            <>
              <Dispute mediation={mediation} content={content} roster={mediator} />
              <RightsSteps
                steps={steps}
                stepWords="mediationStep"
                stateWords="mediationState"
                noteWords={{ APPLY: 'caseSource' }}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

interface Props {
  mediation: Mediation;
  content: string;
  roster: readonly (readonly [value: string, words: string])[];
}

function Dispute({ mediation: one, content, roster }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { steps, ...stands } = mediationWay(one);
  const mediator = roster.find(([id]) => id === one.professionalId)?.[1];
  return (
    <>
      <Way steps={steps.map((state) => [state, label('mediationWay', state)])} {...stands} />
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
                  const params = { path: { mediationId: one.mediationId } };
                  const to = '/mediations/{mediationId}/applicant';
                  return answer(client.POST(to, { params, body: { reason } }));
                }}
              />,
            ],
            [t('record.disputeKind'), label('disputeKind', one.disputeKind)],
            [
              t('record.caseSource'),
              [label('caseSource', one.source), one.sourceNo].filter(Boolean).join(' · '),
            ],
            [t('record.helpedWorkers'), one.workers],
            [t('record.representatives'), one.representatives],
            [t('record.askedOn'), one.appliedOn],
            [t('rights.acceptedOn'), one.acceptedOn],
            [
              t('rights.mediationDueOn'),
              one.dueOn && (
                <DayLeft key="due" on={one.dueOn} open={one.agreedOn + one.closedOn === ''} />
              ),
            ],
            [t('rights.arbitrationUntil'), one.arbitrationUntil],
            [t('record.mediator'), one.professionalId && (mediator ?? one.professionalId)],
            [t('record.agreedOn'), one.agreedOn],
            [t('record.agreementNo'), one.agreementNo],
            [t('record.agreedAmount'), fenSince(one.agreedFen, one.agreedOn)],
            [t('rights.recovered'), fenSince(one.recoveredFen, one.closedOn)],
            [
              t('rights.agency'),
              one.agency && [label('rightsAgency', one.agency), one.agencyNo].join(' '),
            ],
            [t('rights.closedOn'), one.closedOn],
          ]}
        />
      </Section>
    </>
  );
}
