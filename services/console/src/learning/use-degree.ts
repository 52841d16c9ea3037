import { useTranslation } from 'react-i18next';
import type { StudySubsidy } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';

/** Which degree is helped with, and at which end of it. */
export function useDegree(): (study: StudySubsidy) => string {
  const { t } = useTranslation();
  const label = useLabels();
  return ({ degree, studyStage }) =>
    t('study.of', { degree: label('degree', degree), stage: label('studyStage', studyStage) });
}
