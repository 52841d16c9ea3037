import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Competition } from '../shapes.ts';
import { FormDialog, type FormField } from '../ui/form-dialog.tsx';
import {
  competitionActions,
  offers,
  steers,
  type CompetitionAction,
  type CompetitionActionName,
} from './competition-actions.ts';
import { nextOf } from './competition-steps.ts';
import { COMPETITIONS, competitionQueries } from './competitions-queries.ts';
import { useStateWords } from './use-words.ts';

interface Props {
  competition: Competition;
}

/** What comes next, and who may bring it about; on a phone it stays under the thumb. */
export function CompetitionBar({ competition }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useStateWords(competition.kind);
  const [asked, setAsked] = useState<CompetitionActionName>();
  const { session, drawn } = useStanding(competition);
  const reader = { duty: session?.duty?.duty ?? '', accountId: session?.accountId ?? '' };
  const offered = offers(competition, reader, { drawn, now: new Date() });
  const next = nextOf(competition, new Date());
  const words = (name: CompetitionActionName) =>
    name === 'next' ? say('competitionNext', next) : t(`competitions.act.${name}.do`);
  const own = competition.state === 'FILED' && competition.filedBy === reader.accountId;
  return (
    <>
      <div className="payment-bar screen-only">
        <p className="payment-next">
          {say('competitionNote', own ? 'FILED_BY_YOU' : competition.state)}
          {competition.state === 'APPEAL_WINDOW' &&
            ` ${t('competitions.appealUntil', { at: moment(competition.appealUntil) })}`}
        </p>
        {(offered.length > 0 || mayAmend(competition, reader)) && (
          <div className="payment-buttons">
            {mayAmend(competition, reader) && (
              <Link className="button" to={`/competitions/${competition.competitionId}?amend=yes`}>
                {t('competitions.amend')}
              </Link>
            )}
            {offered.map((name) => (
              <button
                key={name}
                type="button"
                className={name === 'giveBack' ? 'button' : 'button button-main'}
                onClick={() => setAsked(name)}
              >
                {words(name)}
              </button>
            ))}
          </div>
        )}
      </div>
      {asked && (
        <ActionDialog
          key={asked}
          name={asked}
          does={words(asked)}
          next={next}
          competition={competition}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

const mayAmend = (competition: Competition, reader: { duty: string }) =>
  competition.state === 'DRAFT' && steers(competition, reader);

/** Numbers have been drawn where one entrant has one. */
function useStanding({ competitionId, state, kind }: Competition) {
  const session = useQuery(queries.session()).data;
  const desk = ['clerk', 'chair'].includes(session?.duty?.duty ?? '');
  const scoring = ['QUALIFYING', 'FINAL'].includes(state) && kind !== 'LABOUR';
  const entries = useInfiniteQuery({
    ...competitionQueries.entries(competitionId),
    enabled: desk && scoring,
  });
  const drawn = entries.data?.pages.some(({ items }) => items.some(({ benchNo }) => benchNo > 0));
  return { session, drawn: drawn ?? true };
}

interface DialogProps extends Props {
  name: CompetitionActionName;
  does: string;
  next: string;
  onClose: () => void;
}

/** Says what follows before it asks for the click that makes it follow. */
function ActionDialog({ name, does, next, competition, onClose }: DialogProps): ReactElement {
  const { t } = useTranslation();
  const say = useStateWords(competition.kind);
  const action: CompetitionAction = competitionActions[name];
  const follows =
    name === 'next' ? say('competitionFollows', next) : t(`competitions.act.${name}.follows`);
  const fields: Record<CompetitionAction['fields'][number], FormField> = {
    reason: { name: 'reason', label: t('competitions.reason'), as: 'long', maxLength: 200 },
    appealHours: {
      name: 'appealHours',
      label: t('competitions.appealHours'),
      note: t('competitions.appealHoursNote'),
      as: 'count',
      first: '24',
    },
  };
  const asked = action.fields.filter(
    (field) => field !== 'appealHours' || next === 'APPEAL_WINDOW',
  );
  return (
    <FormDialog
      title={does}
      follows={follows}
      does={does}
      fields={asked.map((field) => fields[field])}
      send={(values, key) => action.send(competition, values, key)}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}
