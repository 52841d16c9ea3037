// What welfare keeps of a payment of relief, put into the chain that finance tells: the file and the grant, never an illness.
import type { EvidenceItem, EvidenceStep, Notice, ReliefGrant } from '../shapes.ts';

/** A line of a payout: finance names the payout, the round in which it was asked and the line of it. */
export interface WelfareSource {
  payoutId: string;
  seq: number;
}

/** Of what welfare has asked for; undefined for any other payment. */
export function welfareSource(steps: readonly EvidenceStep[]): WelfareSource | undefined {
  const items = steps.find(({ step }) => step === 'REQUEST')?.items ?? [];
  const source = items.find(({ part }) => part === 'SOURCE');
  const line = items.find(({ part }) => part === 'SOURCE_LINE');
  if (source?.code !== 'welfare' || !line) return undefined;
  return { payoutId: source.ref.split('/')[0] ?? '', seq: Number(line.ref) };
}

interface Known {
  grant: ReliefGrant;
  notices: readonly Notice[];
}

/** The three steps that only welfare knows, told by it. */
export function withWelfare(
  steps: readonly EvidenceStep[],
  { grant, notices }: Known,
): EvidenceStep[] {
  const told: Readonly<Record<string, Pick<EvidenceStep, 'gap' | 'items'>>> = {
    ACKNOWLEDGEMENT: {
      gap: grant.confirmedOn === '' ? 'NOT_CONFIRMED' : '',
      items: [item({ part: 'GRANT', ref: grant.grantId, onDate: grant.confirmedOn })],
    },
    PUBLICITY: publicity(notices),
    HARDSHIP_FILE: {
      gap: grant.fileId === '' ? 'NO_FILE' : '',
      items: grant.fileId === '' ? [] : [item({ part: 'FILE_OF_HOUSEHOLD', ref: grant.fileId })],
    },
  };
  return steps.map((step) => ({ ...step, ...told[step.step] }));
}

/** Of those that were not taken down; one that is still being shown proves nothing yet. */
function publicity(notices: readonly Notice[]): Pick<EvidenceStep, 'gap' | 'items'> {
  const shown = notices.filter(({ state }) => state === 'SHOWN');
  const over = shown.length > 0 && shown.every(({ standing }) => standing === 'OVER');
  const items = shown.map(({ noticeId, endsOn }) =>
    item({ part: 'NOTICE', ref: noticeId, onDate: endsOn }),
  );
  if (over) return { gap: '', items };
  return { gap: shown.length === 0 ? 'NOT_SHOWN' : 'NOTICE_NOT_OVER', items };
}

const item = (of: Partial<EvidenceItem> & { part: string }): EvidenceItem => ({
  ref: '',
  code: '',
  onDate: '',
  accountId: '',
  hash: '',
  voucherNo: '0',
  blockNo: '0',
  amountFen: '0',
  ...of,
});
