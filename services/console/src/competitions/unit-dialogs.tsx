import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { readPairs } from '../grants/read-pairs.ts';
import { queries } from '../queries.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Competition, LabourEntry } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { COMPETITIONS } from './competitions-queries.ts';

interface SignUpProps {
  competition: Competition;
  onClose: () => void;
}

/** A target a line: what, how much, in what. Hundredths of a measure are read as those of yuan are. */
export function targetsIn(text: string) {
  return readPairs(text).map(([title, rest]) => {
    const [, amount = '', measure = ''] = /^([\d,.]+)(.*)$/.exec(rest) ?? [];
    return { title, measure, targetHundredths: fenOf(amount) };
  });
}

export function SignUpDialog({ competition, onClose }: SignUpProps): ReactElement {
  const { t } = useTranslation();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const params = { path: { competitionId: competition.competitionId } };
  return (
    <FormDialog
      title={t('competitions.signUp.do')}
      follows={t('competitions.signUp.follows')}
      does={t('competitions.signUp.do')}
      fields={[
        { name: 'unionId', label: t('competitions.unit'), as: 'union', first: scope },
        { name: 'workers', label: t('competitions.signUp.workers'), as: 'count' },
        {
          name: 'targets',
          label: t('competitions.signUp.targets'),
          note: t('competitions.signUp.targetsNote'),
          as: 'long',
          maxLength: 2_000,
        },
      ]}
      send={({ unionId = '', workers = '', targets = '' }, key) => {
        const headers = { 'Idempotency-Key': key };
        const body = { unionId, workers: Number(workers), targets: targetsIn(targets) };
        return answer(
          client.POST('/competitions/{competitionId}/units', { params, headers, body }),
        );
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}

interface UnitProps {
  unit: LabourEntry;
  onClose: () => void;
}

/** What a month has added; said again it stands in place of what was said. */
export function ProgressDialog({ unit, onClose }: UnitProps): ReactElement {
  const { t } = useTranslation();
  const params = { path: { entryId: unit.entryId } };
  return (
    <FormDialog
      title={t('competitions.progress.title', { unit: unit.unionName })}
      follows={t('competitions.progress.follows')}
      does={t('competitions.progress.do')}
      fields={[
        {
          name: 'month',
          label: t('competitions.progress.month'),
          as: 'month',
          first: today().slice(0, 7),
        },
        ...unit.targets.map(({ targetId, title, measure }) => ({
          name: targetId,
          label: t('competitions.progress.added', { title, measure }),
          as: 'amount' as const,
        })),
      ]}
      send={({ month = '', ...said }, key) => {
        const headers = { 'Idempotency-Key': key };
        const values = unit.targets.map(({ targetId }) => ({
          targetId,
          valueHundredths: fenOf(said[targetId] ?? ''),
        }));
        const path = '/labour-entries/{entryId}/progress';
        return answer(client.POST(path, { params, headers, body: { month, values } }));
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}

export function EvaluateDialog({ unit, onClose }: UnitProps): ReactElement {
  const { t } = useTranslation();
  const params = { path: { entryId: unit.entryId } };
  return (
    <FormDialog
      title={t('competitions.evaluate.title', { unit: unit.unionName })}
      follows={t('competitions.evaluate.follows')}
      does={t('competitions.evaluate.do')}
      fields={[
        { name: 'score', label: t('competitions.evaluate.score'), as: 'percent' },
        { name: 'remark', label: t('competitions.evaluate.remark'), as: 'long', maxLength: 500 },
      ]}
      send={({ score = '', remark = '' }, key) => {
        const headers = { 'Idempotency-Key': key };
        const body = { scoreHundredths: Number(fenOf(score)), remark };
        const path = '/labour-entries/{entryId}/evaluation';
        return answer(client.POST(path, { params, headers, body }));
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}
