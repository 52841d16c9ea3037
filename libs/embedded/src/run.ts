import { spawn } from 'node:child_process';

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number | undefined;
  gid?: number | undefined;
  timeoutMs?: number;
  /** A server started by the program would inherit a pipe and keep it open: then read nothing. */
  quiet?: boolean;
}

export interface Outcome {
  code: number;
  output: string;
}

/** Runs a program to its end and hands back its exit code and words; never throws for a failure of it. */
export function run(program: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((done) => {
    const { cwd, env, uid, gid, timeoutMs = 60_000, quiet = false } = options;
    const child = spawn(program, args, {
      stdio: ['ignore', quiet ? 'ignore' : 'pipe', quiet ? 'ignore' : 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    let output = '';
    const keep = (bytes: Buffer) => {
      output = (output + bytes.toString()).slice(-100_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => done({ code: 127, output: error.message }));
    child.once('close', (code, signal) => {
      const late = signal === 'SIGKILL' ? `\n${program} was ended after ${timeoutMs / 1000} s` : '';
      done({ code: code ?? 1, output: output + late });
    });
  });
}

export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}
