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
  ...rightsScreens,
  honours: {
    page: lazy(() => import('./honours/honours-page.tsx')),
    duties: ['clerk', 'chair', 'supervisor', 'auditor'],
    permission: 'competitions.honour-round.read',
    below: ':roundId?',
  },
  books: {
    page: lazy(() => import('./books/books-page.tsx')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.ledger.read',
  },
  receipts: {
    page: lazy(() => import('./receipts/receipts-page.tsx')),
    duties: ['chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.receipt.read',
    below: ':place?',
  },
  refunds: {
    page: lazy(() => import('./refunds/refunds-page.tsx')),
    duties: ['chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.refund.read',
    below: ':refundId?',
  },
  budget: {
    page: lazy(() => import('./budget/budget-page.tsx')),
    duties: ['chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.budget.read',
  },
  payments: {
    page: lazy(() => import('./payments/payments-page.tsx')),
    duties: ['clerk', 'chair', 'finance', 'auditor'],
    permission: 'finance.payment.read',
    below: ':paymentId?',
  },
  reconciliation: {
    page: lazy(() => import('./reconciliation/reconciliation-page.tsx')),
    duties: ['clerk', 'chair', 'finance', 'auditor'],
    permission: 'finance.bank.read',
  },
  flows: {
    page: lazy(() => import('./flows/flows-page.tsx')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.ledger.read',
  },
  grants: {
    page: lazy(() => withWords(import('./grants/grants-page.tsx'), 'grants')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.grant.read',
  },
  settlements: {
    page: lazy(() => import('./settlements/settlements-page.tsx')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.settlement.read',
    wholeNode: true,
  },
  assets: {
    page: lazy(() => withWords(import('./assets/assets-page.tsx'), 'assets')),
    duties: ['clerk', 'chair', 'finance', 'auditor'],
    permission: 'finance.asset.read',
  },
  projects: {
    page: lazy(() => withWords(import('./projects/projects-page.tsx'), 'assets')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.project.read',
  },
  audits: {
    page: lazy(() => withWords(import('./audits/audits-page.tsx'), 'audits', 'oversight')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.audit.read',
    below: ':auditId?',
  },
  inspections: {
    page: lazy(() => withWords(import('./audits/inspections-page.tsx'), 'audits', 'oversight')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.audit.read',
    below: ':roundId?',
    unlisted: true,
  },
  assessments: {
    page: lazy(() =>
      withWords(import('./assessments/assessments-page.tsx'), 'audits', 'oversight'),
    ),
    duties: ['chair', 'supervisor', 'auditor'],
    permission: 'finance.audit.read',
    below: ':assessmentId?',
    unlisted: true,
  },
  alerts: {
    page: lazy(() => withWords(import('./alerts/alerts-page.tsx'), 'oversight')),
    duties: ['chair', 'finance', 'auditor'],
    permission: 'finance.alert.read',
    unlisted: true,
  },
  tracing: {
    page: lazy(() => import('./trace/trace-page.tsx')),
    duties: ['clerk', 'chair', 'supervisor', 'finance', 'auditor'],
    permission: 'finance.trace.read',
    unlisted: true,
  },
  nominations: {
    page: lazy(() => import('./honours/nomination-page.tsx')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'competitions.nomination.read',
    below: ':nominationId',
    unlisted: true,
  },
  certificates: {
    page: lazy(() => withWords(import('./honours/certificate-page.tsx'), 'acts', 'giving')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'competitions.certificate.read',
    below: ':grantId',
    unlisted: true,
  },
  roll: {
    page: lazy(() => import('./honours/roll-page.tsx')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'competitions.honour-roll.read',
    path: 'honour-roll',
    unlisted: true,
  },
  workers: {
    page: lazy(() => withWords(import('./model-workers/model-workers-page.tsx'), 'acts', 'giving')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'competitions.model-worker.read',
    path: 'model-workers',
    below: ':batchId?',
    unlisted: true,
  },
  holders: {
    page: lazy(() => import('./honours/holders-page.tsx')),
    duties: ['clerk', 'chair', 'auditor'],
    permission: 'competitions.honour-roll.read',
    path: 'honour-holders',
    unlisted: true,
  },
  links: {
    page: lazy(() => import('./links/links-page.tsx')),
    duties: ['clerk', 'supervisor', 'auditor', 'admin'],
    permission: 'sync.link.read',
    wholeNode: true,
  },
  duties: {
    page: lazy(() => import('./duties/duties-page.tsx')),
    duties: ['admin'],
    permission: 'organisation.duty.read',
    wholeNode: true,
  },
  sessions: {
    page: lazy(() => import('./sessions/sessions-page.tsx')),
    duties,
    permission: 'organisation.my-session.read',
    unlisted: true,
  },
} satisfies Record<string, Screen>;

export type ScreenName = keyof typeof screens;
export const screenNames = Object.keys(screens) as ScreenName[];

export function mayOpen(name: ScreenName, { duty }: Session, node: NodeFacts): boolean {
  const screen: Screen = screens[name];
  if (!screen.duties.some((one) => one === duty?.duty)) return false;
  return screen.wholeNode !== true || duty?.scopeUnionId === node.rootUnionId;
}
