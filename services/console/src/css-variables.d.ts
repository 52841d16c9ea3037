import 'react';

declare module 'react' {
  interface CSSProperties {
    /** How many cards stand in a row at most. */
    '--columns'?: number;
    '--letters'?: number;
  }
}
