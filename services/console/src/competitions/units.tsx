import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { Competition, LabourEntry } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { steers } from './competition-actions.ts';
import { competitionQueries } from './competitions-queries.ts';
import { points } from './points.ts';
import { EvaluateDialog, ProgressDialog, SignUpDialog } from './unit-dialogs.tsx';

/** Units of a labour competition: what each has undertaken, and how far it has come. */
export function Units({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  const [signing, setSigning] = useState(false);
  const query = useInfiniteQuery(competitionQueries.entries(competition.competitionId));
  const open = competition.state === 'ENROLLING';
  return (
    <Section
      title={t('competitions.unitsIn')}
      note={t('competitions.unitsNote')}
      tools={
        open && (
          <button type="button" className="button button-main" onClick={() => setSigning(true)}>
            {t('competitions.signUp.do')}
          </button>
        )
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const units = pages
            .flatMap((page) => page.items)
            .filter(({ entryKind, state }) => entryKind === 'UNIT' && state === 'ENROLLED');
          if (units.length === 0)
            return <Empty title={t('competitions.noUnits')}>{t('competitions.noUnitsNext')}</Empty>;
          return (
            <ul className="contest-units">
              {units.map(({ entryId }) => (
                <Unit key={entryId} entryId={entryId} competition={competition} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {signing && <SignUpDialog competition={competition} onClose={() => setSigning(false)} />}
    </Section>
  );
}

function Unit({
  entryId,
  competition,
}: {
  entryId: string;
  competition: Competition;
}): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(competitionQueries.unit(entryId));
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const [asked, setAsked] = useState<'progress' | 'evaluate'>();
  const { state } = competition;
  const running = state === 'QUALIFYING' || state === 'FINAL';
  const close = () => setAsked(undefined);
  return (
    <li className="contest-unit">
      <Loaded query={query}>
        {(unit) => (
          <>
            <h3>
              {unit.unionName}{' '}
              <span className="quiet">{t('competitions.workers', { count: unit.workers })}</span>{' '}
              {unit.evaluated && (
                <Chip tone="good">
                  {t('competitions.evaluated', { score: points(unit.evaluatedHundredths) })}
                </Chip>
              )}
            </h3>
            <Targets unit={unit} />
            {unit.evaluation !== '' && <p className="quiet">{unit.evaluation}</p>}
            {running && (
              <div className="payment-buttons">
                <button type="button" className="button" onClick={() => setAsked('progress')}>
                  {t('competitions.progress.do')}
                  <span className="hidden"> {unit.unionName}</span>
                </button>
                {state === 'FINAL' && steers(competition, { duty }) && (
                  <button type="button" className="button" onClick={() => setAsked('evaluate')}>
                    {t('competitions.evaluate.do')}
                    <span className="hidden"> {unit.unionName}</span>
                  </button>
                )}
              </div>
            )}
            {asked === 'progress' && <ProgressDialog unit={unit} onClose={close} />}
            {asked === 'evaluate' && <EvaluateDialog unit={unit} onClose={close} />}
          </>
        )}
      </Loaded>
    </li>
  );
}

function Targets({ unit }: { unit: LabourEntry }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame
      label={t('competitions.targetsOf', { unit: unit.unionName })}
      className="table-cards"
    >
      <thead>
        <tr>
          <th scope="col">{t('competitions.target')}</th>
          {(['undertaken', 'reached', 'attained', 'months'] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {t(`competitions.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {unit.targets.map((one) => (
          <tr key={one.targetId}>
            <th scope="row">{one.title}</th>
            <td className="number" data-label={t('competitions.undertaken')}>
              {points(one.targetHundredths)} {one.measure}
            </td>
            <td className="number" data-label={t('competitions.reached')}>
              {points(one.reachedHundredths)} {one.measure}
            </td>
            <td className="number" data-label={t('competitions.attained')}>
              {points(one.attainedBp)}%
            </td>
            <td className="number" data-label={t('competitions.months')}>
              {one.months}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
