import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Competition, CompetitionAppeal } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { steers } from './competition-actions.ts';
import { COMPETITIONS, competitionQueries } from './competitions-queries.ts';

/** A result is published when each of them has an answer; whoever appealed gives none. */
export function Appeals({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [asked, setAsked] = useState<CompetitionAppeal>();
  const query = useQuery(competitionQueries.appeals(competition.competitionId));
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const answers = steers(competition, { duty });
  return (
    <Section title={t('competitions.appeals')} note={t('competitions.appealsNote')}>
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('competitions.noAppeals')}>{t('competitions.noAppealsNext')}</Empty>
          ) : (
            <ul className="contest-records">
              {items.map((appeal) => (
                <li key={appeal.appealId}>
                  <strong>
                    {appeal.grounds}{' '}
                    <Chip tone={appeal.state === 'OPEN' ? 'warn' : 'plain'}>
                      {label('competitionAppealState', appeal.state)}
                    </Chip>
                  </strong>
                  <span className="quiet">{moment(appeal.filedAt)}</span>
                  {appeal.answer !== '' && <span>{appeal.answer}</span>}
                  {answers && appeal.state === 'OPEN' && (
                    <button type="button" className="button" onClick={() => setAsked(appeal)}>
                      {t('competitions.answer.do')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {asked && <Answer appeal={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

interface AnswerProps {
  appeal: CompetitionAppeal;
  onClose: () => void;
}

function Answer({ appeal, onClose }: AnswerProps): ReactElement {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t('competitions.answer.title')}
      follows={t('competitions.answer.follows')}
      does={t('competitions.answer.do')}
      fields={[
        {
          name: 'upheld',
          label: t('competitions.answer.finding'),
          as: 'choice',
          choices: [
            ['no', t('competitions.answer.rejected')],
            ['yes', t('competitions.answer.upheld')],
          ],
        },
        { name: 'answer', label: t('competitions.answer.words'), as: 'long', maxLength: 500 },
      ]}
      send={({ upheld = '', answer: words = '' }, key) => {
        const params = { path: { appealId: appeal.appealId } };
        const headers = { 'Idempotency-Key': key };
        const body = { upheld: upheld === 'yes', answer: words };
        const path = '/competition-appeals/{appealId}/answer';
        return answer(client.POST(path, { params, headers, body }));
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}
