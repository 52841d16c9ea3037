import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';

interface Props {
  label: string;
  /** The first is what the address means that names none. */
  views: readonly (readonly [name: string, words: string])[];
  shown: string;
}

/** The parts of a screen; which of them is shown stands in the address. */
export function ViewsNav({ label, views, shown }: Props): ReactElement {
  const { pathname } = useLocation();
  return (
    <nav className="views" aria-label={label}>
      {views.map(([name, words], at) => (
        <Link
          key={name}
          to={at === 0 ? pathname : `${pathname}?view=${name}`}
          aria-current={name === shown ? 'page' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
