import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import type { Competition } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { steers } from './competition-actions.ts';
import { isPast } from './competition-steps.ts';
import { COMPETITIONS, competitionQueries } from './competitions-queries.ts';
import { Corrections } from './corrections.tsx';
import { ScoreTask } from './score-task.tsx';

interface Props {
  competition: Competition;
  desk: boolean;
}

/** A judge finds what he is to score; whoever holds it, who judges, and after the lock the sheets. */
export function Judging({ competition, desk }: Props): ReactElement {
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const holds = desk && steers(competition, { duty });
  return (
    <>
      <Tasks competition={competition} desk={desk} />
      {holds && <Judges competition={competition} />}
      {holds && isPast(competition.state, 'SCORING_LOCKED') && (
        <Corrections competition={competition} corrects={duty === 'chair'} />
      )}
    </>
  );
}

function Tasks({ competition, desk }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(competitionQueries.tasks(competition.competitionId));
  const accountNo = useQuery(queries.session()).data?.accountNo ?? '';
  const open = ['QUALIFYING', 'FINAL'].includes(competition.state);
  return (
    <Section title={t('competitions.scoring')} note={t('competitions.scoringNote')}>
      <Loaded query={query}>
        {(tasks) =>
          tasks.length === 0 ? (
            <None desk={desk} accountNo={accountNo} />
          ) : (
            <>
              {tasks.map((task) => (
                <ScoreTask
                  key={`${task.tradeId} ${task.stage}`}
                  competitionId={competition.competitionId}
                  task={task}
                  open={open}
                />
              ))}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

/** Most who work at a desk judge nothing, and need not be told at length. */
function None({ desk, accountNo }: { desk: boolean; accountNo: string }): ReactElement {
  const { t } = useTranslation();
  const next = (
    <>
      {t('competitions.noTaskNext')} <code>{accountNo}</code>
    </>
  );
  if (!desk) return <Empty title={t('competitions.noTask')}>{next}</Empty>;
  return (
    <p className="note">
      {t('competitions.noTaskHere')} {next}
    </p>
  );
}

function Judges({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  const [appointing, setAppointing] = useState(false);
  const query = useQuery(competitionQueries.judges(competition.competitionId));
  const open = ['ANNOUNCED', 'ENROLLING', 'QUALIFYING', 'FINAL'].includes(competition.state);
  const titleOf = (id: string) =>
    competition.trades.find(({ tradeId }) => tradeId === id)?.title ?? '';
  return (
    <Section
      title={t('competitions.judges')}
      note={t('competitions.judgesNote')}
      tools={
        open && (
          <button type="button" className="button" onClick={() => setAppointing(true)}>
            {t('competitions.appoint.do')}
          </button>
        )
      }
    >
      <Loaded query={query}>
        {(judges) =>
          judges.length === 0 ? (
            <Empty title={t('competitions.noJudges')}>{t('competitions.noJudgesNext')}</Empty>
          ) : (
            <TableFrame label={t('competitions.judges')} className="table-cards">
              <thead>
                <tr>
                  <th scope="col">{t('competitions.judge')}</th>
                  <th scope="col">{t('competitions.judgeUnit')}</th>
                  <th scope="col">{t('competitions.trade')}</th>
                </tr>
              </thead>
              <tbody>
                {judges.map((judge) => (
                  <tr key={judge.judgeId}>
                    <th scope="row">{judge.personNameMasked}</th>
                    <td data-label={t('competitions.judgeUnit')}>{judge.unionName}</td>
                    <td data-label={t('competitions.trade')}>{titleOf(judge.tradeId)}</td>
                  </tr>
                ))}
              </tbody>
            </TableFrame>
          )
        }
      </Loaded>
      {appointing && <Appoint competition={competition} onClose={() => setAppointing(false)} />}
    </Section>
  );
}

/** Of whose unit somebody competes, or who competes himself, the node refuses by the rule that is said here. */
function Appoint({
  competition,
  onClose,
}: {
  competition: Competition;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const params = { path: { competitionId: competition.competitionId } };
  return (
    <FormDialog
      title={t('competitions.appoint.do')}
      follows={t('competitions.appoint.follows')}
      does={t('competitions.appoint.do')}
      fields={[
        {
          name: 'tradeId',
          label: t('competitions.trade'),
          as: 'choice',
          choices: competition.trades.map(({ tradeId, title }) => [tradeId, title] as const),
        },
        { name: 'unionId', label: t('competitions.judgeUnit'), as: 'union' },
        { name: 'personName', label: t('competitions.judgeName'), as: 'text', maxLength: 60 },
        { name: 'idNumber', label: t('competitions.idNumber'), as: 'text', maxLength: 18 },
        {
          name: 'accountId',
          label: t('competitions.judgeAccount'),
          note: t('competitions.judgeAccountNote'),
          as: 'account',
        },
      ]}
      send={(said, key) => {
        const { tradeId = '', unionId = '', personName = '', idNumber = '', accountId = '' } = said;
        const headers = { 'Idempotency-Key': key };
        const body = { tradeId, unionId, personName, idNumber, accountId };
        return answer(
          client.POST('/competitions/{competitionId}/judges', { params, headers, body }),
        );
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}
