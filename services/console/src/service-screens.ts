// Screens of what workers come to: recuperation and check-ups, work, venues and what is held in them.
import { lazy } from 'react';
import { withWords } from './i18n/setup.ts';
import type { Screen } from './screen.ts';

export const serviceScreens = {
  recuperation: {
    page: lazy(() =>
      withWords(
        import('./recuperation/recuperation-page.tsx'),
        'acts',
        'giving',
        'households',
        'services',
      ),
    ),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.recuperation.read',
    below: ':batchId?',
  },
  employment: {
    page: lazy(() => withWords(import('./jobs/jobs-page.tsx'), 'acts', 'giving', 'services')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.job-placement.read',
    below: ':jobFairId?',
  },
  venues: {
    page: lazy(() => withWords(import('./venues/venues-page.tsx'), 'acts', 'services')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'welfare.venue.read',
    below: ':venueId?',
  },
} satisfies Record<string, Screen>;
