import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Chip, type Tone } from '../ui/chips.tsx';

interface Props {
  title: string;
  state: string;
  tone: Tone;
  /** What comes next, in a sentence. */
  next: string;
  /** Dates and the like. */
  facts: readonly string[];
  children?: ReactNode;
}

/** Something that was asked for: where it stands, in plain words, and what can be done about it. */
export function Followed({ title, state, tone, next, facts, children }: Props): ReactElement {
  const id = useId();
  return (
    <article className="help-card" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        <Chip tone={tone}>{state}</Chip>
      </header>
      <p className="help-next">{next}</p>
      <p className="quiet">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {children}
    </article>
  );
}
