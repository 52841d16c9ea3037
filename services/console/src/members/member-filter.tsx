import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrl } from '../url.ts';
import { UnionSelect } from '../ui/union-select.tsx';

const states = [
  'ACTIVE',
  'RETAINED',
  'APPLIED',
  'LEFT',
  'DEEMED_LEFT',
  'EXPELLED',
  'DECEASED',
  'REJECTED',
] as const;

interface Props {
  /** Whether the state is open to choice. */
  ofState: boolean;
  onChange: () => void;
}

/** Of whom the list is. A new filter starts at the first page. */
export function MemberFilter({ ofState, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const set = (change: Record<string, string>): void => {
    patch({ ...change, cursor: '' });
    onChange();
  };
  return (
    <div className="filter" role="group" aria-label={t('members.filter')}>
      <div className="field field-wide">
        <label htmlFor="member-union">{t('unions.union')}</label>
        <UnionSelect
          id="member-union"
          value={read('unionId')}
          placeholder={t('members.anyUnion')}
          clearable
          onChange={(unionId) => set({ unionId })}
        />
      </div>
      {ofState && (
        <div className="field">
          <label htmlFor="member-state">{t('members.state')}</label>
          <select
            id="member-state"
            className="input"
            value={read('state')}
            onChange={(event) => set({ state: event.target.value })}
          >
            <option value="">{t('members.anyState')}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {t(`memberState.${one}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
