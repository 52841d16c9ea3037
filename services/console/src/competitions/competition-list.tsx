import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import { states } from './competition-steps.ts';
import { CompetitionTable } from './competition-table.tsx';
import { competitionQueries, type CompetitionFilter } from './competitions-queries.ts';

export const LEVELS = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'GRASSROOTS'] as const;
const figures = [
  ['OWN', 'ownCount'],
  ['BELOW', 'belowCount'],
  ['JOINED', 'joinedCount'],
] as const;

/** What the union holds, what is held below it and what was only joined: three figures that nobody adds up. */
export function CompetitionList(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [filter, patch] = useFilter();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const writes = ['clerk', 'chair'].includes(duty);
  const query = useInfiniteQuery(competitionQueries.list(filter));
  const { figure } = filter;
  return (
    <Page
      title={t('competitions.title')}
      lead={t('competitions.lead')}
      tools={
        writes && (
          <Link className="button button-main" to="/competitions/new">
            {t('competitions.begin')}
          </Link>
        )
      }
    >
      <Filter filter={filter} patch={patch} />
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const first = pages[0];
          return (
            <>
              <div className="contest-figures" role="group" aria-label={t('competitions.figures')}>
                {figures.map(([name, count]) => (
                  <button
                    key={name}
                    type="button"
                    aria-pressed={figure === name}
                    onClick={() => patch({ figure: figure === name ? '' : name })}
                  >
                    <span className="contest-figure">
                      <Figure value={first?.[count] ?? 0} />
                    </span>
                    <span>{label('competitionFigure', name)}</span>
                  </button>
                ))}
              </div>
              <Section
                title={figure === '' ? t('competitions.list') : label('competitionFigure', figure)}
                note={t('competitions.figuresNote')}
              >
                {items.length === 0 ? (
                  <None filter={filter} writes={writes} />
                ) : (
                  <CompetitionTable items={items} />
                )}
              </Section>
            </>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </Page>
  );
}

/** What there is to do next depends on who looks, and on whether something was asked for. */
function None({ filter, writes }: { filter: CompetitionFilter; writes: boolean }): ReactElement {
  const { t } = useTranslation();
  const asked = Object.values(filter).some((value) => value !== '' && value !== 0);
  if (asked)
    return <Empty title={t('competitions.noneFound')}>{t('competitions.noneFoundNext')}</Empty>;
  return (
    <Empty title={t('competitions.none')}>
      {t(writes ? 'competitions.noneNext' : 'competitions.noneYet')}
    </Empty>
  );
}

type Patch = (change: Partial<Record<keyof CompetitionFilter, string>>) => void;

function useFilter(): [CompetitionFilter, Patch] {
  const [read, patch] = useUrl();
  const oneOf = (name: string, codes: readonly string[]) =>
    codes.find((code) => code === read(name)) ?? '';
  const filter = {
    state: oneOf('state', states),
    kind: oneOf('kind', ['SKILL', 'LABOUR', 'MIXED']),
    figure: oneOf('figure', ['OWN', 'BELOW', 'JOINED']),
    level: oneOf('level', LEVELS),
    competitionClass: Number(oneOf('competitionClass', ['1', '2', '3'])),
    season: /^\d{4}$/.test(read('season')) ? Number(read('season')) : 0,
  };
  return [filter, patch];
}

function Filter({ filter, patch }: { filter: CompetitionFilter; patch: Patch }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const words = (group: string, codes: readonly string[]) => [
    ['', t('competitions.all')] as const,
    ...codes.map((code) => [code, label(group, code)] as const),
  ];
  return (
    <div className="filter">
      <YearField
        label={t('competitions.season')}
        all={t('competitions.all')}
        value={filter.season === 0 ? '' : String(filter.season)}
        onValue={(season) => patch({ season })}
      />
      <ChoiceField
        label={t('competitions.state')}
        value={filter.state}
        choices={words('competitionState', states)}
        onValue={(state) => patch({ state })}
      />
      <ChoiceField
        label={t('competitions.kind')}
        value={filter.kind}
        choices={words('competitionKind', ['SKILL', 'LABOUR', 'MIXED'])}
        onValue={(kind) => patch({ kind })}
      />
      <ChoiceField
        label={t('competitions.level')}
        value={filter.level}
        choices={words('competitionLevel', LEVELS)}
        onValue={(level) => patch({ level })}
      />
      <ChoiceField
        label={t('competitions.class')}
        value={filter.competitionClass === 0 ? '' : String(filter.competitionClass)}
        choices={words('competitionClass', ['1', '2', '3'])}
        onValue={(competitionClass) => patch({ competitionClass })}
      />
    </div>
  );
}
