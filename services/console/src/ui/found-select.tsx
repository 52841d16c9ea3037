import { Select } from 'antd';
import type { ReactElement } from 'react';

interface Option {
  value: string;
  label: string;
  /** What tells those of one name apart. */
  part: string;
}

interface Props {
  id: string;
  /** Empty: none is chosen. */
  value: string;
  placeholder: string;
  clearable?: boolean;
  describedBy?: string;
  options: readonly Option[];
  loading: boolean;
  /** Instead of options, where there are none. */
  nothing: string;
  onSearch: (typed: string) => void;
  onChange: (value: string) => void;
}

/** One of many that the node finds by what is typed. */
export function FoundSelect(props: Props): ReactElement {
  const { id, value, placeholder, clearable = false, describedBy, options, loading } = props;
  return (
    <Select
      id={id}
      className="union-select"
      // Inside a dialog of the browser's own, what opens must stay in it.
      getPopupContainer={(place) => place.closest('dialog') ?? document.body}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      allowClear={clearable}
      value={value === '' ? null : value}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: props.onSearch }}
      notFoundContent={props.nothing}
      loading={loading}
      options={[...options]}
      optionRender={({ data }) => (
        <span className="option-union">
          <span>{data.label}</span>
          <span className="quiet">{data.part}</span>
        </span>
      )}
      onChange={(chosen: string | null | undefined) => props.onChange(chosen ?? '')}
    />
  );
}
