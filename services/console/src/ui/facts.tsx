import type { ReactElement, ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode];

/** Label–value pairs; a pair without a value is left out. */
export function Facts({ of }: { of: readonly Fact[] }): ReactElement {
  const known = of.filter(([, value]) => value !== undefined && value !== '' && value !== null);
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
