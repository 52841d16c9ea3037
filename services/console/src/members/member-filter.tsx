import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import { useUrl } from '../url.ts';

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

/** A new filter starts at the first page. */
export function MemberFilter(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const state = read('state');
  const memberNo = read('memberNo');
  return (
    <div className="filter" role="search" aria-label={t('members.filter')}>
      <UnionFilter />
      <div className="field">
        <label htmlFor="member-state">{t('members.state')}</label>
        <select
          id="member-state"
          className="input"
          value={state}
          onChange={(event) => patch({ state: event.target.value, cursor: '' })}
        >
          <option value="">{t('members.anyState')}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {t(`memberState.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('memberNo');
          patch({ memberNo: String(typed ?? '').trim(), cursor: '' });
        }}
      >
        <label htmlFor="member-no">{t('members.memberNo')}</label>
        <span className="joined">
          <input
            key={memberNo}
            id="member-no"
            className="input"
            name="memberNo"
            defaultValue={memberNo}
          />
          <button type="submit" className="button">
            {t('action.search')}
          </button>
        </span>
      </form>
    </div>
  );
}

function UnionFilter(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const unionId = read('unionId');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['union-names', search],
    queryFn: () =>
      answer(client.GET('/unions', { params: { query: { search, limit: 20 } } })),
    enabled: search !== '',
  });
  const chosen = useQuery({ ...queries.union(unionId, ''), enabled: unionId !== '' });
  const options = (found.data?.items ?? []).map((union) => ({
    value: union.unionId,
    label: union.name,
  }));
  if (unionId !== '' && !options.some(({ value }) => value === unionId)) {
    options.unshift({ value: unionId, label: chosen.data?.name ?? unionId });
  }
  return (
    <div className="field field-wide">
      <label htmlFor="member-union">{t('unions.union')}</label>
      <Select
        id="member-union"
        allowClear
        value={unionId === '' ? null : unionId}
        placeholder={t('members.anyUnion')}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        notFoundContent={search === '' ? t('members.typeUnion') : t('members.noUnion')}
        loading={found.isFetching}
        options={options}
        onChange={(id: string | null | undefined) => patch({ unionId: id ?? '', cursor: '' })}
      />
    </div>
  );
}
