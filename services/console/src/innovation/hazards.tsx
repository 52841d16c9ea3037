import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { fenSince, itemsOf, paidState, sealed } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useBanks } from '../acts/use-banks.ts';
import type { HazardReport } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { Way } from '../ui/way.tsx';
import { useUrl } from '../url.ts';
import { hazardActs, hazardStates, reportHazard } from './hazard-acts.ts';
import { innovationQueries } from './innovation-queries.ts';
import { LateBy, useAuthor } from './late-by.tsx';

/** Dangers that somebody saw; what an employer’s union leaves too long comes first. */
export function Hazards(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const state = oneOf(['OVERDUE', ...hazardStates], read('state'));
  const of = { unionId: read('union'), state };
  const query = useInfiniteQuery(innovationQueries.hazards(of));
  const late = useInfiniteQuery(innovationQueries.hazards({ ...of, state: 'OVERDUE' }));
  return (
    <Section
      title={t('innovation.view.hazards')}
      note={t('innovation.hazardsNote')}
      tools={<Acts acts={reportHazard} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="hazardState"
          codes={hazardStates}
          late
        />
      </div>
      <RecordList
        label={t('innovation.view.hazards')}
        query={query}
        first={state === '' ? itemsOf(late.data) : []}
        idOf={({ hazardReportId }) => hazardReportId}
        name={{ label: t('record.place'), of: ({ place }) => place }}
        columns={[
          { label: t('record.danger'), of: ({ content }) => content },
          { label: t('innovation.collectedBy'), of: ({ unionName }) => unionName },
          { label: t('record.employerUnion'), of: (one) => one.employerUnionName || '–' },
          { label: t('innovation.hazardReportedOn'), of: ({ reportedOn }) => reportedOn },
          { label: t('innovation.hazardDueOn'), of: (one) => <LateBy one={one} /> },
          {
            label: t('innovation.state'),
            of: (one) => <RecordState words="hazardState" state={one.state} />,
          },
        ]}
        empty={[t('innovation.noHazards'), t('innovation.noHazardsNext')]}
        panel={(one) => <One hazard={one} />}
      />
    </Section>
  );
}

const way = ['SUBMITTED', 'FORWARDED', 'FIXED', 'AWARDED'];
const refused = ['SUBMITTED', 'FORWARDED', 'REFUSED'];

function One({ hazard }: { hazard: HazardReport }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const author = useAuthor();
  const banks = useBanks();
  const { state } = hazard;
  const steps = state === 'REFUSED' ? refused : way;
  return (
    <>
      <Way
        steps={steps.map((one) => [one, label('hazardStep', one)])}
        here={state}
        done={state === steps.at(-1)}
      />
      <Facts
        of={[
          [t('record.danger'), hazard.content],
          [t('innovation.person'), author(hazard)],
          [t('innovation.collectedBy'), hazard.unionName],
          [t('innovation.hazardReportedOn'), hazard.reportedOn],
          [t('record.photo'), sealed([hazard.photoSha256])],
          [t('record.employerUnion'), hazard.employerUnionName],
          [t('innovation.forwardedOn'), hazard.forwardedOn],
          [
            t('innovation.hazardDueOn'),
            hazard.dueOn === '' ? '' : <LateBy key="due" one={hazard} />,
          ],
          [t('record.outcome'), hazard.outcome],
          [t('record.closedOn'), hazard.closedOn],
          [t('record.evidence'), sealed(hazard.evidenceSha256)],
          [t('record.reward'), fenSince(hazard.awardFen, hazard.awardedOn)],
          [t('record.rewardDocumentNo'), hazard.awardDocumentNo],
          [t('record.rewardedOn'), hazard.awardedOn],
          [
            t('record.payoutState'),
            paidState(hazard.payoutState, {
              kind: 'HAZARD_AWARD',
              recordId: hazard.hazardReportId,
            }),
          ],
        ]}
      />
      <Acts acts={hazardActs} record={hazard} state={state} choices={banks} />
    </>
  );
}
