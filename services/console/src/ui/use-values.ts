import { useState } from 'react';
import { randomKey } from '../client.ts';

interface Form<Values> {
  values: Values;
  change: (part: Partial<Values>) => void;
  /** Until something else is typed, a second click is the same command. */
  key: string;
}

/** What stands in the fields of a form. */
export function useValues<Values extends object>(first: Values): Form<Values> {
  const [form, setForm] = useState(() => ({ values: first, key: randomKey() }));
  return {
    ...form,
    change: (part) =>
      setForm(({ values }) => ({ values: { ...values, ...part }, key: randomKey() })),
  };
}
