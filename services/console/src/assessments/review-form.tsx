import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, randomKey } from '../client.ts';
import type { Assessment, AssessmentItem } from '../shapes.ts';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ASSESSMENTS } from './assessments-queries.ts';

interface Score {
  given: string;
  reason: string;
}

/** All that was claimed stands there until somebody takes points away. */
export function ReviewForm({ one }: { one: Assessment }): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const claimed = one.items.filter(({ claimedPoints }) => claimedPoints > 0);
  const [scores, setScores] = useState<ReadonlyMap<number, Score>>(
    () => new Map(claimed.map((item) => [item.itemNo, asClaimed(item)])),
  );
  const review = useMutation({
    mutationFn: () => {
      const { assessmentId, version: expectedVersion } = one;
      const given = [...scores].map(([itemNo, score]) => {
        return { itemNo, givenPoints: Number(score.given), reason: score.reason };
      });
      const params = { path: { assessmentId } };
      const headers = { 'Idempotency-Key': randomKey() };
      const body = { expectedVersion, scores: given };
      return answer(
        client.POST('/audit-assessments/{assessmentId}/review', { params, headers, body }),
      );
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ASSESSMENTS }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        review.mutate();
      }}
    >
      {claimed.map((item) => (
        <ScoreField
          key={item.itemNo}
          item={item}
          score={scores.get(item.itemNo) ?? asClaimed(item)}
          onScore={(score) => setScores((now) => new Map(now).set(item.itemNo, score))}
        />
      ))}
      {review.error && <ProblemPanel problem={review.error} />}
      <button type="submit" className="button button-main" disabled={review.isPending}>
        {t('assessments.doReview')}
      </button>
    </form>
  );
}

const asClaimed = ({ claimedPoints }: AssessmentItem): Score => ({
  given: String(claimedPoints),
  reason: '',
});

interface FieldProps {
  item: AssessmentItem;
  score: Score;
  onScore: (score: Score) => void;
}

function ScoreField({ item, score, onScore }: FieldProps): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className="claim">
      <legend>{item.title}</legend>
      <TextField
        label={t('assessments.given')}
        type="number"
        min={0}
        max={item.claimedPoints}
        required
        value={score.given}
        onValue={(given) => onScore({ ...score, given })}
      />
      <TextField
        label={t('assessments.reason')}
        value={score.reason}
        required={Number(score.given) < item.claimedPoints}
        onValue={(reason) => onScore({ ...score, reason })}
      />
    </fieldset>
  );
}
