import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useDesk } from '../honours/use-honours.ts';
import type { HardshipFile } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { fileActs, fileWay } from './file-acts.ts';
import { FileGrants } from './file-grants.tsx';
import { FileSteps } from './file-steps.tsx';
import { hardshipQueries } from './hardship-queries.ts';
import { Household } from './household.tsx';
import { Pairs } from './pairs.tsx';

/** One household: how far its file has come, what it was worked out from, who helps it and with how much. */
export function FileView({ fileId }: { fileId: string }): ReactElement {
  const { t } = useTranslation();
  const { writes } = useDesk();
  const query = useQuery(hardshipQueries.file(fileId));
  const file = query.data;
  return (
    <Page
      title={file ? t('household.of', { name: file.headNameMasked }) : t('household.one')}
      above={
        <Link to="/hardship" className="payment-back">
          <Icon name="back" />
          {t('households.title')}
        </Link>
      }
      lead={
        file && (
          <>
            <RecordState words="fileState" state={file.state} /> {file.unionName}
          </>
        )
      }
      tools={file && <Acts acts={fileActs} record={file} state={file.state} />}
    >
      <Loaded query={query} lines={10}>
        {(one) => (
          <>
            <Progress file={one} />
            <About file={one} />
            {writes && <Household file={one} />}
            <FileGrants file={one} />
            <FileSteps file={one} />
            <Pairs file={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What has to be done next, where it stands. */
const next: Readonly<Record<string, (typeof fileWay)[number]>> = {
  DRAFT: 'SUBMITTED',
  RETURNED: 'SUBMITTED',
  REOPENED: 'SUBMITTED',
  SUBMITTED: 'HOME_VISIT',
  HOME_VISIT: 'DEMOCRATIC_REVIEW',
  DEMOCRATIC_REVIEW: 'PUBLICITY_UNIT',
  PUBLICITY_UNIT: 'PUBLICITY_UNIT',
  OBJECTION: 'PUBLICITY_UNIT',
  UPPER_REVIEW: 'DATA_MATCH',
  DATA_MATCH: 'COUNTY_REVIEW',
  COUNTY_REVIEW: 'FILED',
};

/** What was turned down or withdrawn has no way any more. */
function Progress({ file: { state, filedOn } }: { file: HardshipFile }): ReactElement | null {
  const label = useLabels();
  if (state === 'REJECTED' || (state === 'CLOSED' && filedOn === '')) return null;
  return (
    <Way
      steps={fileWay.map((one) => [one, label('fileStep', one)])}
      here={next[state] ?? 'FILED'}
      done={next[state] === undefined}
    />
  );
}

function About({ file }: { file: HardshipFile }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const shown = ['PUBLICITY_UNIT', 'OBJECTION'].includes(file.state) ? file.publicityEndsOn : '';
  return (
    <Section title={t('household.about')} note={file.own ? t('household.own') : ''}>
      <Facts
        of={[
          [t('household.category'), label('householdCategory', file.category)],
          [t('record.fileLevel'), label('fileLevel', file.fileLevel)],
          [t('household.workerKind'), label('workerKind', file.workerKind)],
          [t('household.size'), String(file.familySize)],
          [t('household.publicityEndsOn'), shown],
          [
            t('household.exclusions'),
            file.exclusions.map((one) => label('exclusion', one)).join('；'),
          ],
          [t('household.filedOn'), file.filedOn],
          [t('household.verifiedOn'), file.verifiedOn],
          [t('household.helpedOn'), file.helpedOn || t('household.neverHelped')],
          [t('record.exitKind'), file.exitKind && label('exitKind', file.exitKind)],
          [t('household.followUpUntil'), file.followUpUntil],
          [t('record.closeReason'), file.closeReason && label('closeReason', file.closeReason)],
          [
            t('household.notices'),
            <Link key="notices" to={`/notices?subject=HARDSHIP_FILE&id=${file.fileId}`}>
              {t('household.seeNotices')}
            </Link>,
          ],
        ]}
      />
    </Section>
  );
}
