import { openHome } from './home.ts';
import { runStep } from './steps.ts';
import { prepareTools } from './tools.ts';

/** The benchmarks read their own options. */
export async function bench(args: string[]): Promise<number> {
  const env = await prepareTools(openHome(), console.log);
  const step = {
    name: 'bench',
    command: ['node', 'tests/bench/main.ts', ...args] as [string, ...string[]],
    live: true,
  };
  return (await runStep(step, env)).code;
}
