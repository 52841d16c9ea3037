import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import { FoundSelect } from './found-select.tsx';

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
  const { value, ...select } = props;
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
    part: union.parentName,
  }));
  if (value !== '' && !options.some((one) => one.value === value)) {
    const { name = chosen.isPending ? '…' : value, parentName = '' } = chosen.data ?? {};
    options.unshift({ value, label: name, part: parentName });
  }
  return (
    <FoundSelect
      {...select}
      value={value}
      options={options}
      loading={found.isFetching}
      nothing={search === '' ? t('members.typeUnion') : t('members.noUnion')}
      onSearch={setTyped}
    />
  );
}
