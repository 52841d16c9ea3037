// ./gonglian <command>: the table of what it can do.
import { Trouble } from '@gonglian/embedded/trouble.ts';

type Command = (args: string[]) => Promise<number>;
interface Entry {
  says: string;
  options?: string;
  load: () => Promise<Command>;
}

const commands: Record<string, Entry> = {
  up: {
    says: 'start the federation: PostgreSQL, brokers, nodes; Ctrl-C stops it',
    options:
      '[--detach] [--nodes 321000,321084] [--no-demo] [--figures] [--scale N] [--containers]',
    load: async () => (await import('./up.ts')).up,
  },
  down: { says: 'stop what runs', load: async () => (await import('./down.ts')).down },
  status: { says: 'show what runs', load: async () => (await import('./status.ts')).status },
  verify: {
    says: 'recount every published number from the records',
    options: '[--nodes …]',
    load: async () => (await import('./verify.ts')).verify,
  },
  audit: {
    says: "take a node's books away as a signed package, or verify one",
    options:
      'export [--node N] [--union ID] [--reason TEXT] --out FILE | verify FILE [--key KEY] [--since OLDER] | key [--node N]',
    load: async () => (await import('./audit.ts')).audit,
  },
  certificate: {
    says: 'verify a certificate of honour by its QR text, without asking anybody',
    options: 'verify TEXT|FILE --key KEY',
    load: async () => (await import('./certificate.ts')).certificate,
  },
  test: {
    says: 'run every check and every test',
    load: async () => (await import('./test.ts')).test,
  },
  bench: { says: 'measure', load: async () => (await import('./bench.ts')).bench },
  reset: {
    says: 'stop, and delete all local data',
    options: '[--yes]',
    load: async () => (await import('./reset.ts')).reset,
  },
  keys: {
    says: "add a data key to a node's ring, or wrap the ring by another key",
    options: 'add|rewrap --config FILE [--to KEYFILE]',
    load: async () => (await import('./node.ts')).keys,
  },
  node: {
    says: 'run one node in the foreground',
    options:
      '--config FILE [--services organisation,membership,competitions,welfare,finance,sync,gateway]',
    load: async () => (await import('./node.ts')).node,
  },
};

const [name = 'help', ...args] = process.argv.slice(2);
process.stdout.on('error', () => undefined); // the reader of our lines may leave before we do
process.exitCode = await main();

async function main(): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    console.log(usage());
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    console.error(`there is no command "${name}"\n\n${usage()}`);
    return 2;
  }
  try {
    const command = await entry.load();
    return await command(args);
  } catch (error) {
    if (error instanceof Trouble) {
      console.error(`gonglian ${name}: ${error.message}`);
      return 1;
    }
    if (isMisuse(error)) {
      console.error(
        `gonglian ${name}: ${error.message}\nusage: ./gonglian ${name} ${entry.options ?? ''}`,
      );
      return 2;
    }
    throw error;
  }
}

/** What parseArgs throws for an option it does not know. */
function isMisuse(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

function usage(): string {
  const lines = Object.entries(commands).flatMap(([word, { says, options }]) => [
    `  ${word.padEnd(12)}${says}`,
    ...(options ? [`              ${options}`] : []),
  ]);
  return ['usage: ./gonglian <command>', '', ...lines].join('\n');
}
