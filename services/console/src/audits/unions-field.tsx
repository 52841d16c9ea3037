import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { UnionSelect } from '../ui/union-select.tsx';

interface Props {
  id: string;
  /** Ids with a space between them. */
  value: string;
  onChange: (value: string) => void;
}

/** Several unions, found one after another. */
export function UnionsField({ id, value, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const chosen = value.split(' ').filter(Boolean);
  const keep = (unionIds: readonly string[]) => onChange([...new Set(unionIds)].join(' '));
  return (
    <>
      <UnionSelect
        id={id}
        value=""
        placeholder={t('audits.chooseUnion')}
        onChange={(unionId) => keep([...chosen, unionId])}
      />
      {chosen.length > 0 && (
        <ul className="chosen-unions" aria-label={t('inspections.chosen')}>
          {chosen.map((unionId) => (
            <li key={unionId}>
              <Chosen
                unionId={unionId}
                onRemove={() => keep(chosen.filter((one) => one !== unionId))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Chosen({ unionId, onRemove }: { unionId: string; onRemove: () => void }): ReactElement {
  const { t } = useTranslation();
  const name = useQuery(queries.union(unionId, '')).data?.name ?? '…';
  return (
    <button
      type="button"
      className="button"
      aria-label={t('inspections.remove', { unit: name })}
      onClick={onRemove}
    >
      {name} ×
    </button>
  );
}
