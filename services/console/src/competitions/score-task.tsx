import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, randomKey } from '../client.ts';
import type { JudgeTask } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { COMPETITIONS } from './competitions-queries.ts';
import { keepScores, keptScores, POINTS, sheetOf, type Typed } from './scores.ts';

interface Props {
  competitionId: string;
  task: JudgeTask;
  /** Before the lock. */
  open: boolean;
}

/** A judge's own sheet, module by module: bench numbers, and nothing by which he could tell whose they are. */
export function ScoreTask({ competitionId, task, open }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [moduleNo, setModuleNo] = useState(task.modules[0]?.moduleNo ?? 1);
  const { title, stage, modules, benchNos, scores } = task;
  const done = (no: number) => scores.filter((one) => one.moduleNo === no).length;
  return (
    <div className="contest-task">
      <h3>
        {title} · {label('competitionStage', stage)}
      </h3>
      {benchNos.length === 0 ? (
        <p className="note">{t('competitions.noBenches')}</p>
      ) : (
        <>
          <ChoiceField
            label={t('competitions.module')}
            value={String(moduleNo)}
            choices={modules.map((one) => [
              String(one.moduleNo),
              t('competitions.moduleDone', {
                title: one.title,
                done: done(one.moduleNo),
                count: benchNos.length,
              }),
            ])}
            onValue={(chosen) => setModuleNo(Number(chosen))}
          />
          <Sheet
            key={moduleNo}
            competitionId={competitionId}
            task={task}
            moduleNo={moduleNo}
            open={open}
          />
        </>
      )}
    </div>
  );
}

interface SheetProps extends Props {
  moduleNo: number;
}

function Sheet({ competitionId, task, moduleNo, open }: SheetProps): ReactElement {
  const { t } = useTranslation();
  const { tradeId, stage, benchNos } = task;
  const place = [competitionId, tradeId, stage, moduleNo].join('.');
  const [typed, setTyped] = useState<Typed>(() => ({
    ...handedIn(task, moduleNo),
    ...keptScores(place),
  }));
  const [key, setKey] = useState(randomKey);
  const sheet = sheetOf(benchNos, typed);
  const hand = useHandIn({ competitionId, tradeId, moduleNo, place });
  const change = (benchNo: number, part: Partial<Typed[string]>): void => {
    const before = typed[benchNo] ?? { points: '', seconds: '' };
    const next = { ...typed, [benchNo]: { ...before, ...part } };
    setTyped(next);
    setKey(randomKey());
    keepScores(place, next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sheet) hand.mutate({ scores: sheet, key });
      }}
    >
      <ul className="contest-sheet">
        {benchNos.map((benchNo) => (
          <Bench
            key={benchNo}
            benchNo={benchNo}
            typed={typed[benchNo]}
            open={open}
            onChange={(part) => change(benchNo, part)}
          />
        ))}
      </ul>
      {hand.error && <ProblemPanel problem={hand.error} />}
      {open && (
        <div className="payment-buttons">
          <button
            type="submit"
            className="button button-main"
            disabled={hand.isPending || !sheet || sheet.length === 0}
          >
            {t('competitions.handIn', { count: sheet?.length ?? 0 })}
          </button>
          <p className="note" role="status">
            {hand.isSuccess && t('competitions.handedIn')}
          </p>
        </div>
      )}
    </form>
  );
}

function handedIn({ scores }: JudgeTask, moduleNo: number): Typed {
  const own = scores.filter((one) => one.moduleNo === moduleNo);
  return Object.fromEntries(
    own.map(({ benchNo, scoreHundredths, seconds }) => [
      benchNo,
      {
        points: (scoreHundredths / 100).toFixed(2),
        seconds: seconds === 0 ? '' : String(seconds),
      },
    ]),
  );
}

interface BenchProps {
  benchNo: number;
  typed: Typed[string] | undefined;
  open: boolean;
  onChange: (part: Partial<Typed[string]>) => void;
}

function Bench({ benchNo, typed, open, onChange }: BenchProps): ReactElement {
  const { t } = useTranslation();
  return (
    <li>
      <span className="contest-bench">{t('competitions.bench', { no: benchNo })}</span>
      <input
        className="input"
        inputMode="decimal"
        pattern={POINTS}
        title={t('competitions.pointsForm')}
        placeholder={t('competitions.points')}
        aria-label={t('competitions.pointsOf', { no: benchNo })}
        value={typed?.points ?? ''}
        readOnly={!open}
        onChange={({ target }) => onChange({ points: target.value })}
      />
      <input
        className="input"
        inputMode="numeric"
        pattern="\d{1,5}"
        title={t('competitions.secondsForm')}
        placeholder={t('competitions.seconds')}
        aria-label={t('competitions.secondsOf', { no: benchNo })}
        value={typed?.seconds ?? ''}
        readOnly={!open}
        onChange={({ target }) => onChange({ seconds: target.value })}
      />
    </li>
  );
}

interface Place {
  competitionId: string;
  tradeId: string;
  moduleNo: number;
  place: string;
}
type Scores = NonNullable<ReturnType<typeof sheetOf>>;

function useHandIn({ competitionId, tradeId, moduleNo, place }: Place) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ scores, key }: { scores: Scores; key: string }) => {
      const params = { path: { competitionId } };
      const headers = { 'Idempotency-Key': key };
      const body = { tradeId, moduleNo, scores };
      return answer(client.POST('/competitions/{competitionId}/scores', { params, headers, body }));
    },
    onSuccess: async () => {
      keepScores(place, undefined);
      await cache.invalidateQueries({ queryKey: COMPETITIONS });
    },
  });
}
