import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';

interface Props {
  id: string;
  /** A union id; empty: none is chosen. */
  value: string;
  placeholder: string;
  clearable?: boolean;
  onChange: (unionId: string) => void;
}

/** Finds a union by some characters of its name; those of one name are told apart by what is above them. */
export function UnionSelect(props: Props): ReactElement {
  const { id, value, placeholder, clearable = false, onChange } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['union-choices', search],
    queryFn: async () => {
      const query = { search, limit: 20 };
      return (await answer(client.GET('/unions', { params: { query } }))).items;
    },
    enabled: search !== '',
  });
  const chosen = useQuery({ ...queries.union(value, ''), enabled: value !== '' });
  const options = (found.data ?? []).map((union) => ({
    value: union.unionId,
    label: union.name,
    parent: union.parentName,
  }));
  if (value !== '' && !options.some((one) => one.value === value)) {
    const { name = chosen.isPending ? '…' : value, parentName = '' } = chosen.data ?? {};
    options.unshift({ value, label: name, parent: parentName });
  }
  return (
    <Select
      id={id}
      className="union-select"
      // Inside a dialog of the browser's own, what opens must stay in it.
      getPopupContainer={(place) => place.closest('dialog') ?? document.body}
      allowClear={clearable}
      value={value === '' ? null : value}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={search === '' ? t('members.typeUnion') : t('members.noUnion')}
      loading={found.isFetching}
      options={options}
      optionRender={({ data }) => (
        <span className="option-union">
          <span>{data.label}</span>
          <span className="quiet">{data.parent}</span>
        </span>
      )}
      onChange={(unionId: string | null | undefined) => onChange(unionId ?? '')}
    />
  );
}
