// The screens of work orders, mediation and legal aid, as screens.ts has them all.
import { lazy } from 'react';
import { withWords } from '../i18n/setup.ts';
import type { Screen } from '../screen.ts';

export const rightsScreens = {
  rights: {
    page: lazy(() => withWords(import('./rights-page.tsx'), 'acts', 'rights')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.work-order.read',
  },
  orders: {
    page: lazy(() => withWords(import('./order-page.tsx'), 'acts', 'rights')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.work-order.read',
    path: 'work-orders',
    below: ':orderId',
    unlisted: true,
  },
  mediations: {
    page: lazy(() => withWords(import('./mediation-page.tsx'), 'acts', 'rights')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.mediation.read',
    below: ':mediationId',
    unlisted: true,
  },
  aids: {
    page: lazy(() => withWords(import('./legal-aid-page.tsx'), 'acts', 'giving', 'rights')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.legal-aid.read',
    path: 'legal-aid',
    below: ':legalAidId',
    unlisted: true,
  },
} satisfies Record<string, Screen>;
