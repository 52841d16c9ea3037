import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { Competition, CompetitionJudge, ScoreSheet } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { TextField } from '../ui/text-field.tsx';
import { COMPETITIONS, competitionQueries } from './competitions-queries.ts';
import { points } from './points.ts';
import { hundredths } from './scores.ts';

interface Props {
  competition: Competition;
  judges: readonly CompetitionJudge[];
  /** The chair alone does, and never a score of his own. */
  corrects: boolean;
}

/** What each judge gave one bench; from here a score is corrected. */
export function ScoreSheets({ competition, judges, corrects }: Props): ReactElement {
  const { t } = useTranslation();
  const { competitionId, trades, state } = competition;
  const [tradeId, setTradeId] = useState(trades[0]?.tradeId ?? '');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<ScoreSheet>();
  const benchNo = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  const open = corrects && ['SCORING_LOCKED', 'APPEAL_WINDOW'].includes(state);
  const at = { competitionId, tradeId, benchNo };
  return (
    <Section title={t('competitions.sheets')} note={t('competitions.sheetsNote')}>
      <div className="filter">
        <ChoiceField
          label={t('competitions.trade')}
          value={tradeId}
          choices={trades.map((trade) => [trade.tradeId, trade.title])}
          onValue={setTradeId}
        />
        <TextField
          label={t('competitions.benchNo')}
          inputMode="numeric"
          value={typed}
          onValue={setTyped}
        />
      </div>
      {benchNo > 0 && (
        <SheetTable
          at={at}
          moduleOf={(no) => moduleOf(competition, tradeId, no)}
          judgeOf={(judgeId) => judgeOf(judges, judgeId)}
          {...(open ? { onCorrect: setAsked } : {})}
        />
      )}
      {asked && <Correct at={at} sheet={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

export const judgeOf = (judges: readonly CompetitionJudge[], id: string) =>
  judges.find(({ judgeId }) => judgeId === id)?.personNameMasked ?? '–';

export const moduleOf = ({ trades }: Competition, tradeId: string, no: number) =>
  trades.find((trade) => trade.tradeId === tradeId)?.modules.find(({ moduleNo }) => moduleNo === no)
    ?.title ?? String(no);

interface Place {
  competitionId: string;
  tradeId: string;
  benchNo: number;
}

interface TableProps {
  at: Place;
  moduleOf: (moduleNo: number) => string;
  judgeOf: (judgeId: string) => string;
  onCorrect?: (sheet: ScoreSheet) => void;
}

function SheetTable(props: TableProps): ReactElement {
  const { t } = useTranslation();
  const { competitionId, tradeId, benchNo } = props.at;
  const query = useQuery(competitionQueries.sheets(competitionId, tradeId, benchNo));
  return (
    <Loaded query={query}>
      {(sheets) =>
        sheets.length === 0 ? (
          <Empty title={t('competitions.noSheets')} />
        ) : (
          <TableFrame label={t('competitions.sheets')} className="table-cards">
            <thead>
              <tr>
                <th scope="col">{t('competitions.module')}</th>
                <th scope="col">{t('competitions.judge')}</th>
                <th scope="col" className="number">
                  {t('competitions.given')}
                </th>
                <th scope="col" className="number">
                  {t('competitions.counts')}
                </th>
                {props.onCorrect && <th scope="col">{t('competitions.acting')}</th>}
              </tr>
            </thead>
            <tbody>
              {sheets.map((sheet) => (
                <Sheet key={`${sheet.moduleNo} ${sheet.judgeId}`} {...props} sheet={sheet} />
              ))}
            </tbody>
          </TableFrame>
        )
      }
    </Loaded>
  );
}

function Sheet({
  sheet,
  onCorrect,
  ...words
}: TableProps & {
  sheet: ScoreSheet;
}): ReactElement {
  const { t } = useTranslation();
  const [module, judge] = [words.moduleOf(sheet.moduleNo), words.judgeOf(sheet.judgeId)];
  return (
    <tr>
      <th scope="row">{module}</th>
      <td data-label={t('competitions.judge')}>{judge}</td>
      <td className="number" data-label={t('competitions.given')}>
        {points(sheet.givenHundredths)}
      </td>
      <td className="number" data-label={t('competitions.counts')}>
        {points(sheet.scoreHundredths)}
      </td>
      {onCorrect && (
        <td>
          <button type="button" className="button" onClick={() => onCorrect(sheet)}>
            {t('competitions.correct.do')}
            <span className="hidden">
              {' '}
              {module} {judge}
            </span>
          </button>
        </td>
      )}
    </tr>
  );
}

interface CorrectProps {
  at: Place;
  sheet: ScoreSheet;
  onClose: () => void;
}

function Correct({ at, sheet, onClose }: CorrectProps): ReactElement {
  const { t } = useTranslation();
  const { competitionId, ...place } = at;
  const { judgeId, moduleNo } = sheet;
  return (
    <FormDialog
      title={t('competitions.correct.title', { no: at.benchNo })}
      follows={t('competitions.correct.follows', { score: points(sheet.scoreHundredths) })}
      does={t('competitions.correct.do')}
      fields={[
        { name: 'score', label: t('competitions.correct.score'), as: 'percent' },
        { name: 'reason', label: t('competitions.correct.reason'), as: 'text', maxLength: 200 },
        {
          name: 'document',
          label: t('competitions.correct.document'),
          note: t('competitions.correct.documentNote'),
          as: 'text',
          maxLength: 100,
        },
      ]}
      send={({ score = '', reason = '', document: correctionDocument = '' }, key) => {
        const params = { path: { competitionId } };
        const headers = { 'Idempotency-Key': key };
        // What is no score the node refuses by its own rule.
        const scoreHundredths = hundredths(score) ?? -1;
        const body = { ...place, judgeId, moduleNo, scoreHundredths, reason, correctionDocument };
        const path = '/competitions/{competitionId}/corrections';
        return answer(client.POST(path, { params, headers, body }));
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}
