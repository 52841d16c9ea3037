// Line icons drawn on a 20-unit grid; always beside words, hence hidden from screen readers.
import type { ReactElement } from 'react';

const paths = {
  rollup: 'M3 17h14M5 17V9M10 17V4M15 17v-6',
  unions: 'M10 3v5M4 17v-4h12v4M10 8v5M8 3h4v3H8zM2.5 17h3M8.5 17h3M14.5 17h3M10 13v4',
  members:
    'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 17c0-3.5 2-5 5-5s5 1.5 5 5' +
    'M13 9.5a2.5 2.5 0 1 0 0-5M14 12c2.5.2 4 1.7 4 5',
  links: 'M10 3v4M10 7H4v4M10 7h6v4M10 7v4M2.5 11h3v4h-3zM8.5 11h3v4h-3zM14.5 11h3v4h-3z',
  work: 'M4 3h12v14H4zM7 7.5l1.3 1.3L10.5 6.5M7 12.5l1.3 1.3 2.2-2.3M12.5 8H14M12.5 13H14',
  duties:
    'M7 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 17c0-3.5 2-5 5-5M13 9l4.5 1.5v2.8c0 2-1.8 3.4-4.5 4.2-2.7-.8-4.5-2.2-4.5-4.2v-2.8z',
  sessions: 'M3 4h14v9H3zM7 17h6M10 13v4',
  imports: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M3 13v4h14v-4',
  exports: 'M10 12V3M6.5 6.5 10 3l3.5 3.5M3 13v4h14v-4',
  books: 'M4 3h9a3 3 0 0 1 3 3v11H6a2 2 0 0 1-2-2zM4 15a2 2 0 0 1 2-2h10M7 7h6M7 10h4',
  competitions:
    'M6 3h8v4a4 4 0 0 1-8 0zM6 4.5H3c0 3 1 4 3.3 4M14 4.5h3c0 3-1 4-3.3 4M10 11v3M6.5 17h7M8 17v-3h4v3',
  receipts: 'M5 2.5h10v15l-2.5-1.5L10 17.5 7.5 16 5 17.5zM10 6v6M7.5 9.5 10 12l2.5-2.5',
  refunds: 'M4 8h9a3.5 3.5 0 0 1 0 7H7M4 8l3-3M4 8l3 3M4 17.5h12',
  budget: 'M3 17h14M4.5 17V8h3v9M12.5 17V4h3v13M3 12.5h14',
  payments: 'M2.5 5.5h15v9h-15zM2.5 8.5h15M12 12h3',
  reconciliation: 'M3 5h6M3 9h6M3 13h6M11 9l2 2 4-5M11 15h6',
  flows: 'M3 4c7 0 7 6 14 6M3 10h14M3 16c7 0 7-6 14-6',
  assets: 'M3 7l7-4 7 4v7l-7 4-7-4zM3 7l7 4 7-4M10 11v7',
  projects: 'M5 17.5V3h9l-2 3.5 2 3.5H5M8 14h6',
  grants:
    'M10 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 6v4M8.5 7.2h3M2.5 13l3 2.5h9l3-2.5M5.5 15.5V18h9v-2.5',
  households:
    'M3 9.5 10 4l7 5.5M5 8.5V17h10V8.5M10 14.5c-2-1.4-2.6-2.3-2.6-3.2a1.3 1.3 0 0 1 2.6-.4 1.3 1.3 0 0 1 2.6.4c0 .9-.6 1.8-2.6 3.2Z',
  campaigns:
    'M3 8h14v9H3zM2.5 5.5h15V8h-15zM10 5.5V17M10 5.5C8 5.5 6.5 4.7 6.5 3.6S9 2.5 10 5.5c1-3 3.5-3 3.5-1.9S12 5.5 10 5.5Z',
  notices: 'M4 3h12v11H4zM7 6.5h6M7 9.5h6M10 14v3.5',
  innovation:
    'M7.5 14.5h5M8 17.5h4M7.5 14.5c0-2-2.5-3-2.5-6a5 5 0 0 1 10 0c0 3-2.5 4-2.5 6M10 14v-4',
  recuperation:
    'M3 17h14M5 17c0-5 2-8 5-8s5 3 5 8M10 9V3M10 4c2.5-2 5-1 5.5 1.5C13 6.5 11.5 6 10 4M10 5C7.5 3 5 4 4.5 6.5 7 7.5 8.5 7 10 5',
  employment: 'M2.5 7h15v10h-15zM7 7V4h6v3M2.5 11.5h15M9 11.5v2h2v-2',
  venues:
    'M10 17.5c-3.5-4-5-6.5-5-9a5 5 0 0 1 10 0c0 2.5-1.5 5-5 9ZM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  learning: 'M2 7.5 10 4l8 3.5-8 3.5zM5.5 9v4.5c2.5 2 6.5 2 9 0V9M18 7.5V13',
  reform: 'M4 17V3M4 4h11l-2.5 3.5L15 11H4M11 15l2 2 4-4.5',
  rights: 'M10 3v14M6 17h8M4 6l6-1.5L16 6M4 6l-2 5.5h4zM16 6l-2 5.5h4z',
  settlements: 'M3 7h12M12 4l3 3-3 3M17 13H5M8 10l-3 3 3 3',
  audits:
    'M4 3h9v4M4 3v14h5M6.5 7h4M6.5 10H9M13.5 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM16 15l2 2.5',
  honours: 'M10 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM7 11l-1.5 6.5L10 15l4.5 2.5L13 11',
  mutualAid:
    'M10 17s-6.5-4-6.5-8.5A3.4 3.4 0 0 1 10 6.8a3.4 3.4 0 0 1 6.5 1.7C16.5 13 10 17 10 17ZM7 10h2l1-2 1.5 4 .8-2H14',
  my: 'M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.5 17c0-4 2.5-5.5 6.5-5.5s6.5 1.5 6.5 5.5',
  help: 'M10 16.5C6 13.5 3 11 3 7.8A3.6 3.6 0 0 1 6.6 4C8.2 4 9.4 5 10 6.2 10.6 5 11.8 4 13.4 4A3.6 3.6 0 0 1 17 7.8c0 3.2-3 5.7-7 8.7Z',
  warning: 'M10 3 2.5 16.5h15zM10 8.5v4M10 14.6v.2',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 6v4.2l3 1.8',
  check: 'M4 10.5 8 14.5 16 5.5',
  home: 'M3 10 10 4l7 6M5 9v8h10V9',
  pen: 'M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2zM11.5 6l2.6 2.6',
  arrow: 'M7 4l6 6-6 6',
  back: 'M13 4 7 10l6 6',
  fold: 'M4 4v12M16 5l-5 5 5 5',
  print: 'M6 7V3h8v4M6 14H3.5V7.5h13V14H14M6 12h8v5H6z',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM13.5 13.5 17.5 17.5',
  tray: 'M3 11h4l1.5 2.5h3L13 11h4M3 11v6h14v-6L14.5 4h-9zM10 4v4',
  rest: 'M4 10h.1M10 10h.1M16 10h.1',
  switch: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  leave: 'M8 4H4v12h4M9 10h8M14 7l3 3-3 3',
  type: 'M2.5 16 7 4l4.5 12M4 12h6M12.5 16l3-8 3 8M13.5 13.5h4',
  language:
    'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM2.5 10h15' +
    'M10 2.5c5 5 5 10 0 15M10 2.5c-5 5-5 10 0 15',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark without its ground, for a coloured one. */
export function Emblem(): ReactElement {
  return (
    <svg className="icon emblem" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M3 4h14M10 4v12M3 16h14" strokeWidth="2.4" strokeLinecap="square" />
    </svg>
  );
}
