// One county on its own, asked through its gateway by somebody who makes mistakes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '@gonglian/testing/eventually.ts';
import { officerName } from '../../deploy/local/demo/foundings.ts';
import type { PersonRow } from '../../deploy/local/demo/people.ts';
import type { UnionRow } from '../../deploy/local/demo/unions.ts';
import { openApi, type Answer, type Api, type Ask } from '../api.ts';
import { openFederation } from '../federation.ts';
import { somePeople } from './work.ts';

export const COUNTY = '321084';

export interface County {
  start(unions: readonly UnionRow[]): Promise<void>;
  origin: string;
  api(): Api;
  ask(method: string, path: string, given?: Ask): Promise<Answer>;
  /** What was answered to `ask` and to nothing else, and what the programs have written: by where it stands. */
  everythingSaid(): Record<string, string>;
  remove(): Promise<void>;
}

const linkMs = 7 * 24 * 3600 * 1000;

export async function openCounty(): Promise<County> {
  const federation = await openFederation();
  const origin = federation.origin(COUNTY);
  const answers: Answer[] = [];
  let api: Api | undefined;
  const opened = () => {
    if (!api) throw new Error('the county was not started');
    return api;
  };
  return {
    origin,
    api: opened,
    async start(rows) {
      await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
      api = await openApi(origin);
      const { refused } = await api.post<{ refused: object[] }>('/unions/enrolments', { rows });
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
      // Membership hears of a new union a moment after organisation has answered.
      const [{ unionId } = { unionId: '' }] = rows;
      const expiresOn = new Date(Date.now() + linkMs).toISOString().slice(0, 10);
      const link = { unionId, expiresOn };
      await eventually(() => opened().post('/join-links', link));
    },
    async ask(method, at, given) {
      const answer = await opened().ask(method, at, given);
      answers.push(answer);
      return answer;
    },
    everythingSaid() {
      const logs = readdirSync(federation.home, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.log(\.\d)?$/.test(name))
        .map((name) => [name, readFileSync(path.join(federation.home, name), 'utf8')]);
      const texts = answers.map(({ text }, n) => [`answer ${n}`, text]);
      return Object.fromEntries([...logs, ...texts]) as Record<string, string>;
    },
    remove: () => federation.remove(),
  };
}

export interface Problem {
  status: number;
  code: string;
  details: Record<string, unknown>;
}

/** A refusal in the form that all have; throws where anything of it is missing. */
export function problemOf({ status, headers, body, text }: Answer): Problem {
  const problem = body as Problem & { type: string; title: string; traceId: string };
  const whole =
    headers.get('content-type')?.startsWith('application/problem+json') &&
    problem.status === status &&
    /^[A-Z][A-Z0-9_]+$/.test(problem.code) &&
    problem.type === `urn:gonglian:problem:${problem.code}` &&
    problem.title !== '' &&
    /^[0-9a-f]{32}$/.test(problem.traceId);
  if (!whole) throw new Error(`${status} is no problem: ${text.slice(0, 600)}`);
  return { status, code: problem.code, details: problem.details };
}

/** Synthetic people whose names and telephones stand nowhere else. */
export const people: readonly PersonRow[] = somePeople(0, 500).map((row, n) => ({
  ...row,
  name: `查无${officerName(n)}`,
  phone: `1990077${String(n).padStart(4, '0')}`,
}));

export function batch(of: UnionRow, rows: readonly object[]) {
  return { unionId: of.unionId, joinedOn: '2020-05-06', rows };
}

/** Where one of these words stands in what was said, by place. */
export function wordsFound(said: Record<string, string>, words: readonly string[]): object {
  const found = Object.entries(said).map(
    ([where, text]) => [where, words.filter((word) => text.includes(word))] as const,
  );
  return Object.fromEntries(found.filter(([, list]) => list.length > 0));
}

export function wordsOf(rows: readonly PersonRow[]): string[] {
  return rows.flatMap(({ idNumber, name, phone }) => [idNumber, name, phone]);
}
