import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';

interface Props {
  id: string;
  value: string;
  placeholder?: string;
  picker?: 'date' | 'month' | 'year';
  clearable?: boolean;
  onChange: (value: string) => void;
}

const formats = { date: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' } as const;

/** Speaks strings on both sides; the calendar keeps its date objects to itself. */
export function DateField({
  id,
  value,
  placeholder,
  picker = 'date',
  clearable = false,
  onChange,
}: Props): ReactElement {
  const format = formats[picker];
  return (
    <DatePicker
      id={id}
      picker={picker}
      format={format}
      value={value === '' ? null : dayjs(value)}
      allowClear={clearable}
      inputReadOnly
      {...(placeholder === undefined ? {} : { placeholder })}
      disabledDate={(day) => day.isAfter(dayjs(), 'day')}
      onChange={(day) => onChange(day?.format(format) ?? '')}
    />
  );
}
