import { parseArgs } from 'node:util';
import { buildConsoleStep } from './console.ts';
import { openHome } from './home.ts';
import { runSteps, type Step } from './steps.ts';
import { prepareTools } from './tools.ts';

/** Quick ones first; the first failure ends the run. */
const checks: Step[] = [
  { name: 'lock file', command: ['node', 'deploy/local/lock-check.mjs'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'console types', command: ['tsc', '-p', 'services/console'] },
  buildConsoleStep,
];
const tests: Step[] = [
  { name: 'tests', command: ['vitest', 'run', '--config', 'tests/vitest.config.ts'], live: true },
];

/** The whole of what must pass; continuous integration runs this and nothing else. */
export async function test(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const began = Date.now();
  const failed =
    (await runSteps(checks, {})) ??
    (await runSteps(tests, await prepareTools(openHome(), console.log)));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    failed ? `failed at "${failed}" after ${seconds} s` : `everything passed in ${seconds} s`,
  );
  return failed ? 1 : 0;
}
