// What a node may pay its neighbours, and what it has to say for it (domain §5.4, §5.6).
import type { NodeFacts } from '../shapes.ts';
import type { FormValues } from '../ui/form-dialog.tsx';
import { fenOf } from './fen.ts';

const levels = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;
export type FundLevel = (typeof levels)[number];
export type PaidKind = 'REMITTANCE' | 'SHARE' | 'GENERAL_TRANSFER' | 'SPECIAL_TRANSFER';

/** Downward first: what is owed upward is a few times a year, and the same each time. */
export function kindsFrom({ superior, subordinates }: NodeFacts): PaidKind[] {
  return [
    ...(subordinates.length > 0
      ? (['SPECIAL_TRANSFER', 'GENERAL_TRANSFER', 'SHARE'] as const)
      : []),
    ...(superior ? (['REMITTANCE'] as const) : []),
  ];
}

export function levelsAbove(level: string): FundLevel[] {
  return levels.slice(levels.findIndex((one) => one === level) + 1);
}

/** Of what was typed only what belongs to the kind: what was typed under another one does not go along. */
export function proposalOf(values: FormValues) {
  const of = (name: string, asked = true) => (asked ? (values[name] ?? '') : '');
  const kind = of('kind');
  const up = kind === 'REMITTANCE';
  const special = kind === 'SPECIAL_TRANSFER';
  const hurried = special && of('emergency') === 'yes';
  const shares = levels.map((level) => ({ level, amountFen: fenOf(of(`share_${level}`, up)) }));
  return {
    kind,
    toNode: of(up ? 'superior' : 'subordinate'),
    period: of('period'),
    amountFen: fenOf(of('amount')),
    bank: of('bank'),
    purpose: of('purpose'),
    docNo: of('docNo'),
    shares: shares.filter(({ amountFen }) => amountFen !== '0'),
    project: of('project', special),
    permittedCodes: of('permittedCodes', special)
      .split(',')
      .filter((code) => code !== ''),
    deadline: of('deadline', special),
    emergencyEvent: of('emergencyEvent', hurried),
    emergencyReason: of('emergencyReason', hurried),
  };
}
