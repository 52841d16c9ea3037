import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import { mayOpen } from '../screens.ts';
import type { Programme, ProgrammeTarget } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { RecordTable } from '../ui/record-table.tsx';
import { recordsOf } from './measures.ts';

/** Asked and reached side by side; what is reached leads to the records it was counted from. */
export function TargetTable({ programme }: { programme: Programme }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const recordsAt = useRecordsAt(programme.programmeId);
  return (
    <RecordTable<ProgrammeTarget>
      label={t('programmes.targets')}
      items={programme.targets}
      idOf={({ measure, layer }) => `${measure} ${layer}`}
      name={{
        label: t('programmes.measure'),
        of: ({ measure }) => label('targetMeasure', measure),
        part: ({ layer }) => (layer === '' ? '' : label('targetLayer', layer)),
      }}
      columns={[
        {
          label: t('programmes.asked'),
          number: true,
          of: ({ target }) => <Figure value={target} />,
        },
        {
          label: t('programmes.actual'),
          number: true,
          of: (one) => <Actual target={one} to={recordsAt(one.measure)} />,
        },
        {
          label: t('programmes.attained'),
          of: ({ attainedBp, reached }) => (
            <Chip tone={reached ? 'good' : 'plain'}>
              {t(reached ? 'programmes.reached' : 'programmes.notReached', {
                percent: Math.floor(attainedBp / 100),
              })}
            </Chip>
          ),
        },
      ]}
    />
  );
}

function Actual({ target, to }: { target: ProgrammeTarget; to: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const figure = <Figure value={target.actual} />;
  if (to === '') return figure;
  const of = { measure: label('targetMeasure', target.measure), count: Number(target.actual) };
  return (
    <Link to={to} className="traced" aria-label={t('programmes.recordsOf', of)}>
      {figure}
    </Link>
  );
}

/** '' where the reader may not open the list, or finds other parts of its screen alone. */
function useRecordsAt(programmeId: string): (measure: string) => string {
  const session = useQuery(queries.session()).data;
  const node = useQuery(queries.node()).data;
  return (measure) => {
    const records = recordsOf(measure);
    if (!records || !session || !node || !mayOpen(records.screen, session, node)) return '';
    if (records.screen === 'learning' && session.duty?.duty === 'supervisor') return '';
    return measure === 'REFORM_MEASURES' ? `${records.to}&programme=${programmeId}` : records.to;
  };
}
