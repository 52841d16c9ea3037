import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { Pairs } from './pairs.tsx';
import { reformQueries } from './reform-queries.ts';
import { DutyLines, Evaluations, Records } from './reform-tables.tsx';

/** Of one reform whole; which one stands in the address. */
export function Reforms(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const query = useInfiniteQuery(reformQueries.programmes('REFORM'));
  const known = itemsOf(query.data);
  const asked = read('programme');
  const programmeId = asked === '' ? (known[0]?.programmeId ?? '') : asked;
  return (
    <>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {() =>
          programmeId === '' ? (
            <Empty title={t('programmes.noReform')}>{t('programmes.noReformNext')}</Empty>
          ) : (
            <div className="filter">
              <ChoiceField
                label={t('programmes.reform')}
                value={programmeId}
                choices={known.map((one) => [one.programmeId, one.title])}
                onValue={(programme) => patch({ programme })}
              />
            </div>
          )
        }
      </Loaded>
      <MoreButton query={query} />
      {programmeId !== '' && <One key={programmeId} programmeId={programmeId} />}
    </>
  );
}

function One({ programmeId }: { programmeId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(reformQueries.reform(programmeId));
  return (
    <Loaded query={query}>
      {(reform) => {
        const { programme } = reform;
        if (!programme) return null;
        const all = { reform, programme };
        return (
          <>
            <Section
              title={programme.title}
              note={`${programme.documentNo} · ${programme.startsOn} – ${programme.endsOn}`}
              tools={<RecordState words="programmeState" state={programme.state} />}
            >
              <p>{t('programmes.agenciesAre', { names: programme.memberAgencies.join('、') })}</p>
            </Section>
            <DutyLines {...all} />
            <Records {...all} />
            <Pairs {...all} />
            <Evaluations {...all} />
          </>
        );
      }}
    </Loaded>
  );
}
