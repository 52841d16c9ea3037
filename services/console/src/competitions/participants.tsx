import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { Competition, CompetitionEntry } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { COMPETITIONS, competitionQueries } from './competitions-queries.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { JoinedResultDialog } from './joined-result-dialog.tsx';
import { Units } from './units.tsx';

/** Who takes part: persons in trades, units with targets; each union sees its own, the organiser all. */
export function Participants({ competition }: { competition: Competition }): ReactElement {
  const { kind } = competition;
  return (
    <>
      {kind !== 'LABOUR' && <People competition={competition} />}
      {kind !== 'SKILL' && <Units competition={competition} />}
    </>
  );
}

function People({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  const [enrolling, setEnrolling] = useState(false);
  const query = useInfiniteQuery(competitionQueries.entries(competition.competitionId));
  const open = competition.state === 'ENROLLING';
  return (
    <Section
      title={t('competitions.people')}
      note={t('competitions.peopleNote')}
      tools={
        open && (
          <button type="button" className="button button-main" onClick={() => setEnrolling(true)}>
            {t('competitions.enrol.do')}
          </button>
        )
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.items);
          const items = all.filter(({ entryKind }) => entryKind === 'PERSON');
          return items.length === 0 ? (
            <Empty title={t('competitions.nobody')}>
              {t(open ? 'competitions.nobodyNext' : 'competitions.nobodyYet')}
            </Empty>
          ) : (
            <EntryTable competition={competition} items={items} />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      {enrolling && <EnrolDialog competition={competition} onClose={() => setEnrolling(false)} />}
    </Section>
  );
}

interface TableProps {
  competition: Competition;
  items: readonly CompetitionEntry[];
}
type Asked = readonly [act: 'withdraw' | 'appeal' | 'joined', entry: CompetitionEntry];

/** What a union may do for one of its entrants, where the competition stands. */
function actOf({ state, origin }: Competition, entry: CompetitionEntry): Asked[0] | undefined {
  if (entry.state !== 'ENROLLED') return undefined;
  if (state === 'ENROLLING') return origin === 'JOINED' ? 'joined' : 'withdraw';
  return state === 'APPEAL_WINDOW' ? 'appeal' : undefined;
}

function EntryTable({ competition, items }: TableProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [asked, setAsked] = useState<Asked>();
  const titleOf = (id: string) =>
    competition.trades.find(({ tradeId }) => tradeId === id)?.title ?? '';
  const close = () => setAsked(undefined);
  const acts = ['ENROLLING', 'APPEAL_WINDOW'].includes(competition.state);
  return (
    <>
      <TableFrame label={t('competitions.people')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('competitions.person')}</th>
            <th scope="col">{t('competitions.unit')}</th>
            <th scope="col">{t('competitions.trade')}</th>
            <th scope="col" className="number">
              {t('competitions.benchNo')}
            </th>
            <th scope="col">{t('competitions.state')}</th>
            {acts && <th scope="col">{t('competitions.acting')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => {
            const act = actOf(competition, entry);
            return (
              <tr key={entry.entryId}>
                <th scope="row">
                  {entry.personNameMasked}
                  {entry.teamName !== '' && <span className="payment-part">{entry.teamName}</span>}
                </th>
                <td data-label={t('competitions.unit')}>{entry.unionName}</td>
                <td data-label={t('competitions.trade')}>{titleOf(entry.tradeId)}</td>
                <td className="number" data-label={t('competitions.benchNo')}>
                  {entry.benchNo === 0 ? '–' : entry.benchNo}
                </td>
                <td data-label={t('competitions.state')}>
                  {label('competitionEntryState', entry.state)}{' '}
                  {entry.inFinal && <Chip tone="good">{t('competitions.inFinal')}</Chip>}
                </td>
                {acts && (
                  <td>
                    {act && (
                      <button
                        type="button"
                        className="button"
                        onClick={() => setAsked([act, entry])}
                      >
                        {t(`competitions.${act}.do`)}
                        <span className="hidden"> {entry.personNameMasked}</span>
                      </button>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </TableFrame>
      {asked?.[0] === 'withdraw' && <Withdraw entry={asked[1]} onClose={close} />}
      {asked?.[0] === 'appeal' && <Appeal entry={asked[1]} onClose={close} />}
      {asked?.[0] === 'joined' && (
        <JoinedResultDialog competition={competition} entry={asked[1]} onClose={close} />
      )}
    </>
  );
}

interface AskProps {
  entry: CompetitionEntry;
  onClose: () => void;
}

function Withdraw({ entry, onClose }: AskProps): ReactElement {
  const { t } = useTranslation();
  const { entryId, version: expectedVersion } = entry;
  return (
    <FormDialog
      title={t('competitions.withdraw.title', { name: entry.personNameMasked })}
      follows={t('competitions.withdraw.follows')}
      does={t('competitions.withdraw.do')}
      fields={[]}
      send={(_, key) => {
        const params = { path: { entryId } };
        const headers = { 'Idempotency-Key': key };
        const path = '/competition-entries/{entryId}/withdraw';
        return answer(client.POST(path, { params, headers, body: { expectedVersion } }));
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}

function Appeal({ entry, onClose }: AskProps): ReactElement {
  const { t } = useTranslation();
  const { entryId, competitionId } = entry;
  return (
    <FormDialog
      title={t('competitions.appeal.title', { name: entry.personNameMasked })}
      follows={t('competitions.appeal.follows')}
      does={t('competitions.appeal.do')}
      fields={[{ name: 'grounds', label: t('competitions.grounds'), as: 'long', maxLength: 500 }]}
      send={({ grounds = '' }, key) => {
        const params = { path: { competitionId } };
        const headers = { 'Idempotency-Key': key };
        const path = '/competitions/{competitionId}/appeals';
        return answer(client.POST(path, { params, headers, body: { entryId, grounds } }));
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}
