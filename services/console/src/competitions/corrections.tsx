import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import type { Competition, SheetCorrection } from '../shapes.ts';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { useWho } from '../ui/use-who.ts';
import { competitionQueries } from './competitions-queries.ts';
import { points } from './points.ts';
import { judgeOf, moduleOf, ScoreSheets } from './score-sheets.tsx';

interface Props {
  competition: Competition;
  /** The chair alone does, and never a score of his own. */
  corrects: boolean;
}

/** After the lock a sheet stays as it was handed in; beside it stand records that the node has signed. */
export function Corrections({ competition, corrects }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(competitionQueries.corrections(competition.competitionId));
  const judges = useQuery(competitionQueries.judges(competition.competitionId)).data ?? [];
  return (
    <>
      <ScoreSheets competition={competition} judges={judges} corrects={corrects} />
      <Section title={t('competitions.corrections')} note={t('competitions.correctionsNote')}>
        <Loaded query={query}>
          {(items) =>
            items.length === 0 ? (
              <Empty title={t('competitions.noCorrections')} />
            ) : (
              <ul className="contest-records">
                {items.map((one) => (
                  <Correction
                    key={one.correctionId}
                    correction={one}
                    judge={judgeOf(judges, one.judgeId)}
                    competition={competition}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </>
  );
}

interface CorrectionProps {
  correction: SheetCorrection;
  judge: string;
  competition: Competition;
}

function Correction({ correction, judge, competition }: CorrectionProps): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  const { tradeId, benchNo, moduleNo, oldHundredths, scoreHundredths } = correction;
  return (
    <li>
      <strong>
        {t('competitions.corrected', {
          bench: benchNo,
          module: moduleOf(competition, tradeId, moduleNo),
          judge,
          old: points(oldHundredths),
          score: points(scoreHundredths),
        })}
      </strong>
      <span>
        {correction.reason} · {correction.correctionDocument}
      </span>
      <span className="quiet">
        {who(correction.correctedBy)} · {moment(correction.correctedAt)}
      </span>
      <span className="quiet">
        {t('competitions.signature')} <code className="seal">{correction.signature}</code>
      </span>
    </li>
  );
}
