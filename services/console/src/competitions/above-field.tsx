import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { LEVELS } from './competition-list.tsx';
import { competitionQueries } from './competitions-queries.ts';
import type { DraftForm } from './draft-form.ts';

interface Props {
  form: DraftForm;
  competitionId: string;
  onChange: (part: Partial<DraftForm>) => void;
}

/** The competition above this one: offered by a superior, or one of a higher level that is known here. */
export function Above({ form, competitionId, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { level, season, heldTo, parentCompetitionId: aboveId } = form;
  const known = useQuery(competitionQueries.above(season, higherThan(level))).data ?? [];
  const chosen = useQuery({ ...competitionQueries.one(aboveId), enabled: aboveId !== '' }).data;
  const fits = known.filter((one) => one.competitionId !== competitionId && one.heldTo >= heldTo);
  // What was chosen stays, whatever is typed since; where it no longer fits, the node says why.
  const shown = fits.some((one) => one.competitionId === aboveId) || !chosen;
  return (
    <ChoiceField
      label={t('competitions.above')}
      note={t('competitions.aboveNote')}
      value={aboveId}
      choices={[
        ['', t('competitions.noAbove')],
        ...(shown ? fits : [chosen, ...fits]).map((one) => {
          const words = `${label('competitionLevel', one.level)} · ${one.name}`;
          return [one.competitionId, words] as const;
        }),
      ]}
      onValue={(parentCompetitionId) => onChange({ parentCompetitionId })}
    />
  );
}

/** LEVELS begin with the highest. */
function higherThan(level: string): readonly string[] {
  return LEVELS.slice(
    0,
    LEVELS.findIndex((one) => one === level),
  );
}
