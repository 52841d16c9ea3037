import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { thisMonth } from '../books/this-month.ts';
import { answer, client } from '../client.ts';
import { yuan } from '../numbers.ts';
import { paymentQueries } from '../payments/payments-queries.ts';
import { receiptQueries } from '../receipts/receipts-queries.ts';
import type { NodeFacts } from '../shapes.ts';
import { FormDialog, type FormField, type FormValues } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { kindsFrom, levelsAbove, proposalOf } from './proposal.ts';

interface Props {
  node: NodeFacts;
  /** What the address asks for: a remittance, or anything. */
  kind: string;
  onProposed: () => void;
  onClose: () => void;
}

const up = ({ kind }: FormValues) => kind === 'REMITTANCE';
const down = (values: FormValues) => !up(values);
const special = ({ kind }: FormValues) => kind === 'SPECIAL_TRANSFER';
const plain = (values: FormValues) => !special(values);
const hurried = (values: FormValues) => special(values) && values['emergency'] === 'yes';

/** Money for a neighbour, as one proposes it; another person lets it go. */
export function ProposeDialog({ node, kind, onProposed, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  // The address is changed once: by what was done, or by leaving it.
  const proposed = useRef(false);
  const fields = [...useMoney(node, kind), ...useBound(), ...useEmergency()];
  return (
    <FormDialog
      title={t('settlements.propose.title')}
      follows={t('settlements.propose.follows')}
      does={t('settlements.propose.do')}
      fields={fields}
      send={async (values, key) => {
        const headers = { 'Idempotency-Key': key };
        await answer(client.POST('/settlements', { headers, body: proposalOf(values) }));
        proposed.current = true;
      }}
      stale={[['settlements'], ['live', 'work', 'tasks']]}
      onClose={() => (proposed.current ? onProposed : onClose)()}
    />
  );
}

/** Whom, how much, whose, from where and what for. */
function useMoney(node: NodeFacts, kind: string): FormField[] {
  const { t } = useTranslation();
  const label = useLabels();
  const kinds = kindsFrom(node);
  const owed = useOwed();
  const asked = (name: 'kind' | 'period' | 'amount' | 'purpose') => ({
    name,
    label: t(`settlements.propose.${name}`),
  });
  const ofNode = (name: 'superior' | 'subordinate', regions: readonly string[]): FormField => ({
    name,
    label: t(`settlements.propose.${name}`),
    as: 'choice',
    choices: regions.map((region) => [region, region]),
    when: name === 'superior' ? up : down,
  });
  return [
    {
      ...asked('kind'),
      as: 'choice',
      first: kind === 'REMITTANCE' ? kind : (kinds[0] ?? ''),
      choices: kinds.map((one) => [one, label('settlementKind', one)]),
    },
    ofNode('superior', [node.superior ?? '']),
    ofNode('subordinate', node.subordinates),
    {
      ...asked('period'),
      as: 'period',
      first: thisMonth(),
      note: t('settlements.propose.periodNote'),
    },
    { ...asked('amount'), as: 'amount' },
    ...levelsAbove(node.level).map((level): FormField => ({
      name: `share_${level}`,
      label: t('settlements.propose.share', { level: label('level', level) }),
      note: owed(level),
      as: 'amount',
      optional: true,
      when: up,
    })),
    useBank(node.rootUnionId),
    { ...asked('purpose'), as: 'text', maxLength: 200 },
  ];
}

/** What the year's report says is due to a level and was not sent. */
function useOwed(): (level: string) => string {
  const { t, i18n } = useTranslation();
  const year = new Date().getFullYear();
  const { data } = useInfiniteQuery(receiptQueries.report(year, 'LEVEL'));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (level) => {
    const fen = rows.find(({ key }) => key === level)?.differenceFen ?? '0';
    return t('settlements.propose.owed', { year, amount: yuan(fen, i18n.language) });
  };
}

/** One of the accounts that are entered; where none is, the mark that the books know it by. */
function useBank(unionId: string): FormField {
  const { t } = useTranslation();
  const banks = useQuery(paymentQueries.banks(unionId)).data ?? [];
  const of = { name: 'bank', label: t('settlements.propose.bank') };
  const mark = { as: 'text', maxLength: 40, note: t('receipts.bankNote') } as const;
  if (banks.length === 0) return { ...of, ...mark, optional: true };
  const choices = banks.map(({ bank, accountMasked }) => {
    return [bank, `${bank} · ${accountMasked}`] as const;
  });
  return { ...of, as: 'choice', choices };
}

/** What earmarked money may be spent on, and until when. */
function useBound(): FormField[] {
  const { t, i18n } = useTranslation();
  const accounts = useQuery(paymentQueries.accounts()).data ?? [];
  const docNo = {
    name: 'docNo',
    label: t('settlements.docNo'),
    as: 'text',
    maxLength: 80,
  } as const;
  return [
    {
      name: 'project',
      label: t('settlements.project'),
      as: 'text',
      maxLength: 60,
      note: t('settlements.propose.projectNote'),
      when: special,
    },
    { ...docNo, when: special },
    { ...docNo, optional: true, when: plain },
    {
      name: 'permittedCodes',
      label: t('settlements.permitted'),
      as: 'several',
      choices: accounts.map(({ code, nameZh, nameEn }) => [
        code,
        `${code} ${i18n.language === 'en' ? nameEn : nameZh}`,
      ]),
      when: special,
    },
    { name: 'deadline', label: t('settlements.deadline'), as: 'date', when: special },
  ];
}

/** What cannot wait for a meeting: the decision follows. */
function useEmergency(): FormField[] {
  const { t } = useTranslation();
  const text = { as: 'text', when: hurried } as const;
  const answers = ['no', 'yes'] as const;
  return [
    {
      name: 'emergency',
      label: t('settlements.propose.emergency'),
      as: 'choice',
      first: answers[0],
      choices: answers.map((one) => [one, t(`settlements.propose.hurry.${one}`)]),
      when: special,
    },
    {
      ...text,
      name: 'emergencyEvent',
      label: t('settlements.propose.emergencyEvent'),
      maxLength: 80,
    },
    {
      ...text,
      name: 'emergencyReason',
      label: t('settlements.propose.emergencyReason'),
      maxLength: 200,
    },
  ];
}
