// Every screen of the console: its address, its place in the menu, and in which duties it is of use.
import { lazy } from 'react';
import { withWords } from './i18n/setup.ts';
import { rightsScreens } from './rights/rights-screens.ts';
import { duties, type Screen } from './screen.ts';
import { serviceScreens } from './service-screens.ts';
import type { NodeFacts, Session } from './shapes.ts';
import { welfareScreens } from './welfare-screens.ts';

const staff = ['clerk', 'chair', 'supervisor', 'finance', 'auditor', 'admin'] as const;

/** By address. The order is that of the menu; the name of each is `<address>.title`. */
export const screens = {
  work: {
    page: lazy(() => import('./work/work-page.tsx')),
    duties: ['clerk', 'chair', 'finance', 'auditor'],
    permission: 'membership.task.read',
  },
  rollup: {
    page: lazy(() => import('./rollup/rollup-page.tsx')),
    duties: staff,
    permission: 'sync.rollup.read',
  },
  unions: {
    page: lazy(() => import('./unions/unions-page.tsx')),
    duties: staff,
    permission: 'organisation.union.read',
  },
  members: {
    page: lazy(() => import('./members/members-page.tsx')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'membership.member.read',
  },
  member: {
    page: lazy(() => import('./members/member-page.tsx')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'membership.member.read',
    unlisted: true,
    path: 'members',
    below: ':memberId',
  },
  transfers: {
    page: lazy(() => import('./members/transfers-page.tsx')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'membership.transfer.read',
    unlisted: true,
  },
  corrections: {
    page: lazy(() => import('./members/corrections-page.tsx')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'membership.correction.read',
    unlisted: true,
  },
  poster: {
    page: lazy(() => import('./join/poster-page.tsx')),
    duties: ['clerk', 'chair'],
    permission: 'membership.join-link.create',
    unlisted: true,
  },
  my: {
    page: lazy(() => withWords(import('./my/my-page.tsx'), 'acts', 'giving')),
    duties: ['member'],
    permission: 'membership.my-record.read',
  },
  help: {
    page: lazy(() => withWords(import('./help/help-page.tsx'), 'help')),
    duties: ['member'],
    permission: 'welfare.hardship.read',
    below: ':place?',
  },
  imports: {
    page: lazy(() => import('./imports/imports-page.tsx')),
    duties: ['clerk', 'auditor'],
    permission: 'membership.import.read',
    below: ':importId?',
  },
  exports: {
    page: lazy(() => import('./exports/exports-page.tsx')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'membership.export.read',
  },
  competitions: {
    page: lazy(() => withWords(import('./competitions/competitions-page.tsx'), 'acts', 'giving')),
    duties: [...staff, 'member'],
    permission: 'competitions.competition.read',
    below: ':competitionId?',
  },
  ...welfareScreens,
  innovation: {
    page: lazy(() => withWords(import('./innovation/innovation-page.tsx'), 'acts', 'giving')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'competitions.suggestion.read',
  },
  payouts: {
    page: lazy(() => withWords(import('./payouts/payout-page.tsx'), 'acts', 'giving')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'competitions.payout.read',
    below: ':payoutId?',
    unlisted: true,
  },
  studios: {
    page: lazy(() => withWords(import('./innovation/studio-page.tsx'), 'acts', 'giving')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'competitions.studio.read',
    below: ':studioId',
    unlisted: true,
  },
  ...serviceScreens,
  learning: {
    page: lazy(() => withWords(import('./learning/learning-page.tsx'), 'acts', 'giving')),
    duties: ['clerk', 'chair', 'supervisor', 'auditor'],
    permission: 'competitions.safety-cup.read',
  },
  reform: {
    page: lazy(() => withWords(import('./reform/reform-page.tsx'), 'acts', 'reform')),
    duties: ['clerk', 'chair', 'supervisor', 'auditor'],
    permission: 'competitions.programme.read',
  },
