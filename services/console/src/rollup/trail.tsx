import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { queries } from '../queries.ts';
import type { ReportingUnion, Rollup } from '../shapes.ts';
import { merged } from '../url.ts';

interface Props {
  rollup: Rollup | undefined;
  rootId: string;
  period: string;
}

const depthMax = 8;

/** From the node's root union down to the one shown. */
export function Trail({ rollup, rootId, period }: Props): ReactElement | null {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const above = useUnionsAbove(rollup?.union, rootId, period);
  if (!rollup || above.length === 0) return null;
  return (
    <nav className="trail" aria-label={t('rollup.trail')}>
      <ol>
        {above.map((union) => (
          <li key={union.unionId}>
            <Link to={{ search: merged(params, { unionId: union.unionId }).toString() }}>
              {union.name}
            </Link>
          </li>
        ))}
        <li aria-current="page">{rollup.union.name}</li>
      </ol>
    </nav>
  );
}

/** The parents were on screen before this union was reached, so they are mostly in the cache. */
function useUnionsAbove(
  union: ReportingUnion | undefined,
  rootId: string,
  period: string,
): ReportingUnion[] {
  const client = useQueryClient();
  const above = useQuery({
    queryKey: ['trail', union?.unionId, rootId, period],
    enabled: union !== undefined && rootId !== '' && union.unionId !== rootId,
    queryFn: async () => {
      const found: ReportingUnion[] = [];
      let next = union?.parentId ?? '';
      while (next !== '' && found.length < depthMax) {
        const { union: parent } = await client.ensureQueryData(
          queries.rollup({ unionId: next, period }),
        );
        found.unshift(parent);
        next = parent.unionId === rootId ? '' : parent.parentId;
      }
      return found;
    },
  });
  return union?.unionId === rootId ? [] : (above.data ?? []);
}
