// Builds the web console when its sources have changed; turbo knows, and answers from its cache otherwise.
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { runStep } from './steps.ts';

export const buildConsoleStep = {
  name: 'console',
  command: ['turbo', 'run', 'build', '--filter=@gonglian/console', '--ui=stream'] as [
    string,
    ...string[],
  ],
};

export async function buildConsole(say: (line: string) => void): Promise<void> {
  const began = Date.now();
  const { code, output } = await runStep(buildConsoleStep, { TURBO_TELEMETRY_DISABLED: '1' });
  if (code !== 0) throw new Trouble(`the web console could not be built:\n${output.slice(-2_000)}`);
  const ms = Date.now() - began;
  if (ms > 2_000) say(`built the web console in ${(ms / 1000).toFixed(1)} s`);
}
