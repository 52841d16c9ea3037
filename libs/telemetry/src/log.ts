import { pino, type Bindings, type LogFn, type Logger, type LoggerOptions } from 'pino';

export type { Logger } from 'pino';

/**
 * Only these keys are ever written: a log line is deny-by-default, so that a name or an ID number in an object that was
 * logged by mistake does not reach a file (architecture §8). Add a key here only if no value of it can name a person.
 */
const allowed = new Set(
  [
    'address attempt bytes code command consumer count durationMs err event fact from indicator kind level method node',
    'path period position problem reason region retryInMs rows service services signal source state status stream subordinate',
    'superior to traceId version waitMs',
  ].flatMap((line) => line.split(' ')),
);

/** Who did it, where somebody must look: an id of ours, under which alone no person is found. */
const accountId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const maxChars = 200;
const maxFrames = 8;

function keepAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    kept[key] = keepValue(key, value);
  }
  return kept;
}

const withheld = '[withheld]';

function keepValue(key: string, value: unknown): unknown {
  if (key === 'err') return describeError(value);
  if (key === 'account')
    return typeof value === 'string' && accountId.test(value) ? value : withheld;
  return allowed.has(key) ? plain(value) : withheld;
}

function plain(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return withheld;
  return typeof value === 'string' && value.length > maxChars
    ? `${value.slice(0, maxChars)}…`
    : value;
}

/** A database message can quote a value that was typed in; so only kind, code and place of an error are written. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return {
    type: error.name,
    ...(/^[\w.-]{1,60}$/.test(code) ? { code } : {}),
    at: framesOf(error),
  };
}

/** The stack begins with the message, which may have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const said = stack.indexOf(message);
  return (said < 0 ? '' : stack.slice(said + message.length))
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, maxFrames)
    .map((frame) => frame.trim());
}

/**
 * Only the words that stand in the code are written: pino would take the message of an error for them, and put values
 * into them.
 */
function ownWords(this: Logger, given: unknown[], write: LogFn): void {
  const [first, second] = given;
  if (typeof first === 'string') return write.call(this, first);
  const words = typeof second === 'string' ? second : '';
  write.call(this, first instanceof Error ? { err: first } : (first ?? {}), words);
}

/** A JSON logger to standard output (or to `destination`), deny-by-default. */
export function createLog(
  base: Record<string, string>,
  level = 'info',
  destination?: { write(line: string): void },
): Logger {
  const options: LoggerOptions = {
    base,
    level,
    formatters: { log: keepAllowed, bindings: keepAllowed },
    serializers: { err: (value: unknown) => value },
    hooks: { logMethod: ownWords },
  };
  const log: Logger = destination ? pino(options, destination) : pino(options);
  // What a child adds to every line passes no formatter of pino's.
  const child: (this: Logger, bindings: Bindings, more?: object) => Logger = log.child;
  return Object.assign(log, {
    child(this: Logger, bindings: Bindings, more?: object): Logger {
      return child.call(this, keepAllowed(bindings), more);
    },
  });
}
