import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';

interface Props {
  id: string;
  value: string;
  placeholder: string;
  clearable?: boolean;
  onChange: (unionId: string) => void;
}

/** A union found by part of its name. */
export function UnionSelect({
  id,
  value,
  placeholder,
  clearable = false,
  onChange,
}: Props): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['union-names', search],
    queryFn: () => answer(client.GET('/unions', { params: { query: { search, limit: 20 } } })),
    enabled: search !== '',
  });
  const chosen = useQuery({ ...queries.union(value, ''), enabled: value !== '' });
  const options = (found.data?.items ?? []).map((union) => ({
    value: union.unionId,
    label: union.name,
  }));
  if (value !== '' && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: chosen.data?.name ?? value });
  }
  return (
    <Select
      id={id}
      className="union-select"
      allowClear={clearable}
      value={value === '' ? null : value}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      getPopupContainer={popupPlace}
      notFoundContent={search === '' ? t('members.typeUnion') : t('members.noUnion')}
      loading={found.isFetching}
      options={options}
      onChange={(union: string | null | undefined) => onChange(union ?? '')}
    />
  );
}

/** Inside a dialog of the browser's own, what opens must stay in it. */
function popupPlace(field: HTMLElement): HTMLElement {
  return field.closest('dialog') ?? document.body;
}
