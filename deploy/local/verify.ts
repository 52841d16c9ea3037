import { parseArgs } from 'node:util';
import { webAddress } from './health.ts';
import { openClient, type NodeClient } from './node-api.ts';
import { basePort, chooseNodes, type NodePlan, planNodes } from './topology.ts';

const SHOWN = 20;
const WAIT_SECONDS = 60;
/** Whoever verifies wants to know now that a node does not run. */
const brief = { attempts: 5, timeoutMs: 180_000 };

interface Difference {
  unionId: string;
  scope: string;
  indicator: string;
  period: string;
  dims: string;
  stored: string;
  recounted: string;
  check: string;
}

interface Verification {
  node: string;
  settled: boolean;
  cellsChecked: string;
  recordsChecked: string;
  differences: Difference[];
  problems: string[];
  upwardRoot: string;
  upwardPosition: string;
  subordinateRoots: Record<string, string>;
  subordinatePositions: Record<string, string>;
}

interface BookVerification {
  vouchersChecked: string;
  clean: boolean;
  checks: { check: string; ok: boolean; firstNo: string }[];
}

interface Money {
  books: { name: string; verification: BookVerification }[];
  /** Fen that have left this node and are not confirmed, and that are expected here, by neighbour. */
  open: Map<string, { out: bigint; in: bigint }>;
}

/** In a page, and pages: a node keeps the books of its own unions, a few thousand at most. */
const BOOKS_A_PAGE = 200;
const PAGES_MAX = 100;

/**
 * Asks each node to recount its numbers from the records, every sum from its parts and every book from its vouchers,
 * then compares neighbours.
 */
export async function verify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { nodes: { type: 'string' } } });
  const nodes = chooseNodes(planNodes(basePort(process.env)), values.nodes);
  // From the bottom up, so that what a node says upward has been said before its superior is asked.
  const answers = new Map<string, Verification>();
  const money = new Map<string, Money>();
  for (const node of nodes.toReversed()) {
    answers.set(node.region, await ask(node));
    money.set(node.region, await askMoney(node));
  }
  let faults = 0;
  for (const node of nodes) faults += report(node, answers) + reportMoney(node, money);
  console.log(faults === 0 ? 'everything adds up' : `${faults} faults`);
  return faults === 0 ? 0 : 1;
}

const clientOf = (node: NodePlan): Promise<NodeClient> =>
  openClient(node.region, webAddress(node.ports.gateway), 'auditor', brief);

async function ask(node: NodePlan): Promise<Verification> {
  const client = await clientOf(node);
  const key = `verify ${crypto.randomUUID()}`;
  return client.post<Verification>('/verifications', key, { waitSeconds: WAIT_SECONDS });
}

function report(node: NodePlan, answers: Map<string, Verification>): number {
  const answer = answers.get(node.region);
  if (!answer) return 0;
  const faults = [
    ...(answer.settled ? [] : ['its consumers did not catch up in time']),
    ...answer.problems,
    ...linkFaults(node, answer, answers),
  ];
  const count = answer.differences.length + faults.length;
  console.log(
    `${node.region} ${node.name}: ${answer.recordsChecked} records and ${answer.cellsChecked} cells recounted, ` +
      (count === 0 ? 'no difference' : `${count} faults`),
  );
  for (const fault of faults) console.log(`  ${fault}`);
  for (const one of answer.differences.slice(0, SHOWN)) {
    const cell = [one.indicator, one.dims, one.period, one.scope, one.unionId].join(' ');
    console.log(`  ${one.check}: ${cell}: stored ${one.stored}, recounted ${one.recounted}`);
  }
  if (answer.differences.length > SHOWN) {
    console.log(`  … and ${answer.differences.length - SHOWN} more`);
  }
  return count;
}

/** What a subordinate says it has said must be what its superior says it has heard. */
function linkFaults(
  node: NodePlan,
  answer: Verification,
  answers: Map<string, Verification>,
): string[] {
  return node.subordinates.flatMap((region) => {
    const below = answers.get(region);
    if (!below) return [];
    const heard = answer.subordinateRoots[region];
    return heard === below.upwardRoot ? [] : [`${region} has said other cells than stand here`];
  });
}

async function askMoney(node: NodePlan): Promise<Money> {
  const client = await clientOf(node);
  const books: Money['books'] = [];
  let cursor = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { items, nextCursor } = await client.get<{
      items: { unionId: string; unionName: string }[];
      nextCursor: string;
    }>(`/ledger/books?limit=${BOOKS_A_PAGE}&cursor=${cursor}`);
    for (const { unionId, unionName: name } of items) {
      const path = `/ledger/books/${unionId}/verification`;
      books.push({ name, verification: await client.get<BookVerification>(path) });
    }
    cursor = nextCursor;
    if (cursor === '') break;
  }
  const open: Money['open'] = new Map();
  for (const neighbour of [node.superior ?? [], node.subordinates].flat()) {
    const { unmatchedOutFen, unmatchedInFen } = await client.get<{
      unmatchedOutFen: string;
      unmatchedInFen: string;
    }>(`/settlements?neighbour=${neighbour}&unmatched=true&limit=1`);
    open.set(neighbour, { out: BigInt(unmatchedOutFen), in: BigInt(unmatchedInFen) });
  }
  return { books, open };
}

function reportMoney(node: NodePlan, money: Map<string, Money>): number {
  const { books = [] } = money.get(node.region) ?? {};
  const bad = books.filter(({ verification }) => !verification.clean);
  const faults = [
    ...bad.flatMap(({ name, verification }) =>
      verification.checks
        .filter(({ ok }) => !ok)
        .map(({ check, firstNo }) => `the book of ${name}: ${check}, first at voucher ${firstNo}`),
    ),
    ...settlementFaults(node, money),
  ];
  const vouchers = books.reduce(
    (sum, { verification }) => sum + Number(verification.vouchersChecked),
    0,
  );
  if (books.length > 0 || faults.length > 0) {
    const found = faults.length === 0 ? 'no difference' : `${faults.length} faults`;
    console.log(`  ${books.length} books with ${vouchers} vouchers recounted, ${found}`);
  }
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length;
}

/** What is on its way between two nodes is the same at both ends; asked of the superior of each pair. */
function settlementFaults(node: NodePlan, money: Map<string, Money>): string[] {
  return node.subordinates.flatMap((region) => {
    const here = money.get(node.region)?.open.get(region);
    const there = money.get(region)?.open.get(node.region);
    if (!here || !there) return [];
    return [
      ...(there.out === here.in
        ? []
        : [`${region} has ${there.out} fen on their way here, and ${here.in} are expected`]),
      ...(here.out === there.in
        ? []
        : [`${region} expects ${there.in} fen, and ${here.out} were sent from here`]),
    ];
  });
}
