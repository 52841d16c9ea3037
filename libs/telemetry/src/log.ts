import { pino, type Logger } from 'pino';

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

function keepAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (!allowed.has(key)) kept[key] = '[withheld]';
    else if (key === 'err') kept['err'] = describeError(value);
    else kept[key] = typeof value === 'object' && value !== null ? '[withheld]' : value;
  }
  return kept;
}

/** A database message can quote a value that was typed in; so only kind, code and place of an error are written. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  return { type: error.name, code, at: frames.map((frame) => frame.trim()) };
}

/** A JSON logger to standard output (or to `destination`), deny-by-default. */
export function createLog(
  base: Record<string, string>,
  level = 'info',
  destination?: { write(line: string): void },
): Logger {
  const options = {
    base,
    level,
    formatters: { log: keepAllowed },
    serializers: { err: (value: unknown) => value },
  };
  return destination ? pino(options, destination) : pino(options);
}
