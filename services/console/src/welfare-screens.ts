// Screens of welfare and rights; they stand in the menu where screens.ts puts them.
import { lazy } from 'react';
import { withWords } from './i18n/setup.ts';
import type { Screen } from './screen.ts';

export const welfareScreens = {
  households: {
    page: lazy(() => withWords(import('./hardship/hardship-page.tsx'), 'acts', 'households')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.hardship.read',
    path: 'hardship',
    below: ':fileId?',
  },
  reliefGrant: {
    page: lazy(() =>
      withWords(import('./hardship/grant-page.tsx'), 'acts', 'giving', 'households'),
    ),
    duties: ['clerk', 'chair', 'finance', 'auditor'],
    permission: 'welfare.relief.read',
    path: 'relief-grants',
    below: ':grantId',
    unlisted: true,
  },
  welfarePayout: {
    page: lazy(() => withWords(import('./payouts/welfare-payout-page.tsx'), 'acts', 'giving')),
    duties: ['clerk', 'chair', 'finance', 'auditor'],
    permission: 'welfare.payout.read',
    path: 'welfare-payouts',
    below: ':payoutId?',
    unlisted: true,
  },
  campaigns: {
    page: lazy(() => withWords(import('./campaigns/campaigns-page.tsx'), 'acts', 'campaigns')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'welfare.campaign.read',
  },
  mutualAid: {
    page: lazy(() =>
      withWords(import('./mutual-aid/mutual-aid-page.tsx'), 'acts', 'giving', 'mutual'),
    ),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'welfare.mutual-aid.read',
    path: 'mutual-aid',
    below: ':planId?',
  },
  aidClaims: {
    page: lazy(() => withWords(import('./mutual-aid/claim-page.tsx'), 'acts', 'giving', 'mutual')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.mutual-aid-claim.read',
    path: 'mutual-aid-claims',
    below: ':claimId',
    unlisted: true,
  },
  notices: {
    page: lazy(() =>
      withWords(import('./notices/notices-page.tsx'), 'acts', 'households', 'notices'),
    ),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'welfare.notice.read',
    below: ':noticeId?',
  },
} satisfies Record<string, Screen>;
