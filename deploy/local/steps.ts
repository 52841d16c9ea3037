// Runs programs one after another in the terminal, with the pinned tools first on the path.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './home.ts';

export interface Step {
  name: string;
  command: [program: string, ...args: string[]];
  /** Shows its output while it runs; otherwise only when it fails. */
  live?: boolean;
}

/** The name of the first step that failed. */
export async function runSteps(steps: Step[], env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const step of steps) {
    const began = Date.now();
    const { code, output } = await runStep(step, env);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    if (code !== 0) process.stdout.write(output);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} ${seconds} s`);
    if (code !== 0) return step.name;
  }
  return undefined;
}

export function runStep(
  { command, live = false }: Step,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  const bin = path.join(root, 'node_modules/.bin');
  const withTools = {
    ...process.env,
    ...env,
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
  };
  const [program, ...args] = command;
  return new Promise((done) => {
    const stdio = live ? ('inherit' as const) : (['ignore', 'pipe', 'pipe'] as const);
    const child = spawn(program, args, { cwd: root, env: withTools, stdio: stdio as 'inherit' });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (bytes: Buffer) => chunks.push(bytes));
    child.stderr?.on('data', (bytes: Buffer) => chunks.push(bytes));
    const pass = (signal: NodeJS.Signals) => void child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    const end = (code: number, words: string) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      done({ code, output: words });
    };
    child.once('error', (error) => end(127, `${error.message}\n`));
    child.once('close', (code, signal) =>
      end(code ?? 1, Buffer.concat(chunks).toString() + (signal ?? '')),
    );
  });
}
