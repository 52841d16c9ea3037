import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { answer, client } from '../client.ts';
import type { HardshipFile, RevealedHardshipFile } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useHeld } from '../ui/use-held.ts';
import { Assessment } from './assessment.tsx';
import { proposeActs } from './grant-acts.ts';

const REASONS = ['HOME_VISIT', 'REVIEW', 'VERIFICATION', 'RELIEF', 'INQUIRY'] as const;

/** Who is in it, how they are, what they have and how the category came of it: sealed, shown for a reason and a minute. */
export function Household({ file }: { file: HardshipFile }): ReactElement {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [shown, show] = useHeld<RevealedHardshipFile>();
  return (
    <Section
      title={t('household.household')}
      note={t('household.sealed')}
      tools={
        <>
          {['DRAFT', 'RETURNED', 'ANNUAL_VERIFY', 'REOPENED'].includes(file.state) && (
            <Link className="button" to={`/hardship/new?file=${file.fileId}`}>
              {t('household.declareAnew')}
            </Link>
          )}
          {!shown && (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {t('household.reveal')}
            </button>
          )}
        </>
      }
    >
      {shown && (
        <>
          <p className="revealed">
            <Icon name="clock" />
            <span>{t('reveal.hidesIn', { seconds: shown.secondsLeft })}</span>
            <button type="button" className="button" onClick={() => show(undefined)}>
              {t('reveal.hide')}
            </button>
          </p>
          <Revealed file={file} household={shown.values} />
        </>
      )}
      <p className="hidden" role="status">
        {shown && t('reveal.shown')}
      </p>
      {asking && <Ask file={file} onShown={show} onClose={() => setAsking(false)} />}
    </Section>
  );
}

interface AskProps {
  file: HardshipFile;
  onShown: (household: RevealedHardshipFile) => void;
  onClose: () => void;
}

function Ask({ file: { fileId }, onShown, onClose }: AskProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <FormDialog
      title={t('household.reveal')}
      follows={t('household.revealFollows')}
      does={t('reveal.do')}
      fields={[
        {
          name: 'reasonCode',
          label: t('reveal.reasonCode'),
          as: 'choice',
          choices: REASONS.map((code) => [code, label('householdReason', code)]),
        },
        { name: 'reason', label: t('record.reason'), as: 'long', maxLength: 200 },
      ]}
      send={async ({ reasonCode = '', reason = '' }) => {
        const params = { path: { fileId } };
        const body = { reasonCode, reason: reason.trim() };
        // The answer passes through and is kept by nobody but the page that counts its seconds.
        onShown(await answer(client.POST('/hardship-files/{fileId}/reveal', { params, body })));
      }}
      stale={[]}
      onClose={onClose}
    />
  );
}

interface RevealedProps {
  file: HardshipFile;
  household: RevealedHardshipFile;
}

function Revealed({ file, household }: RevealedProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { people, assessments, notes } = household;
  return (
    <>
      <RecordTable
        label={t('household.people')}
        items={people}
        idOf={({ personId }) => personId}
        name={{ label: t('record.personName'), of: ({ personName }) => personName }}
        columns={[
          { label: t('household.relation'), of: ({ relation }) => label('relation', relation) },
          { label: t('household.health'), of: ({ health }) => label('health', health) },
          {
            label: t('household.occupation'),
            of: ({ occupation }) => label('occupation', occupation),
          },
          {
            label: t('household.relief'),
            of: ({ personId }) => <Acts acts={proposeActs} record={{ file, personId }} />,
          },
        ]}
      />
      {assessments.map((one) => (
        <Assessment key={one.seq} assessment={one} />
      ))}
      {notes.length > 0 && (
        <>
          <h3>{t('household.notes')}</h3>
          <ul className="record-lines">
            {notes.map(({ step, happenedOn, note }) => (
              <li key={`${step} ${happenedOn} ${note}`}>
                <span className="account-part">
                  {label('fileAct', step)} {happenedOn}
                </span>{' '}
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
