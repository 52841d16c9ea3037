import path from 'node:path';
import { isTest, type Source } from './source.ts';

// Who may import whom (docs/adr, style 1.4). A line here is the whole truth: there is no list of exceptions.

const kernel = ['libs/kernel'];
const contracts = [...kernel, 'libs/contracts'];
const mechanisms = [...contracts, 'libs/outbox', 'libs/messaging', 'libs/rpc', 'libs/telemetry'];
const service = [...mechanisms, 'libs/service', 'libs/proof'];
// What services are made with that pay by finance.
const paying = [...service, 'libs/payout'];
const anyLib = [...paying, 'libs/embedded', 'libs/testing'];
const inATest = ['libs/testing', 'libs/embedded'];

const allowed: Record<string, readonly string[]> = {
  'libs/kernel': [],
  'libs/contracts': kernel,
  'libs/outbox': contracts,
  'libs/messaging': contracts,
  'libs/rpc': contracts,
  'libs/telemetry': contracts,
  // What an auditor runs on a machine with nothing else of ours on it.
  'libs/proof': [],
  'libs/service': [...mechanisms, 'libs/proof'],
  'libs/payout': service,
  'libs/embedded': kernel,
  // Reads what strangers upload: it knows nothing of ours to give away.
  'libs/sheets': kernel,
  'libs/testing': anyLib,
  // It speaks to the gateway over HTTP and to nobody else; a rule of the field is the same rule in a browser.
  'services/console': kernel,
  // messaging: what it tells browsers as it happens are the node's facts.
  'services/gateway': [...contracts, 'libs/rpc', 'libs/telemetry', 'libs/messaging'],
  'deploy/local': [...contracts, 'libs/rpc', 'libs/embedded', 'libs/proof'],
  // The journeys drive the launcher and know its demo year; they import no service.
  tests: [...anyLib, 'libs/sheets', 'deploy/local'],
};

function mayImport(area: string): readonly string[] {
  // Only the process that hosts a whole node knows more than one service.
  if (area === 'services/node') return [...service, 'services'];
  return allowed[area] ?? (area.startsWith('services/') ? [...paying, 'libs/sheets'] : []);
}

export interface Import {
  line: number;
  specifier: string;
  /** What of ours it names, as a path from the root; undefined for a package of others. */
  target: string | undefined;
}

const importing =
  /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

const services = new Set([
  'organisation',
  'membership',
  'competitions',
  'welfare',
  'finance',
  'sync',
  'gateway',
  'console',
  'node',
]);

export function importsOf(source: Source): Import[] {
  return (
    [...source.uncommented.matchAll(importing)]
      // Only where the code says import or export: not in a string that quotes it.
      .filter((match) =>
        /import|export/.test(source.code.slice(match.index, match.index + match[0].length)),
      )
      .map((match) => {
        const specifier = match[1] ?? match[2] ?? '';
        const at = match.index + match[0].length;
        const line = source.uncommented.slice(0, at).split('\n').length;
        return { line, specifier, target: targetOf(source.path, specifier) };
      })
  );
}

function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  const [, name, rest = ''] = /^@gonglian\/([^/]+)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  if (name === 'local') return `deploy/local${rest}`;
  return `${services.has(name) ? 'services' : 'libs'}/${name}/src${rest}`;
}

function areaOf(target: string): string {
  return /^(libs\/[^/]+|services\/[^/]+|deploy\/local|tests)/.exec(target)?.[0] ?? target;
}

/** Imports that no line above allows. */
export function strayImports(sources: readonly Source[]): string[] {
  const support = testSupport(sources);
  return sources.flatMap((source) => {
    const may = [
      source.area,
      ...mayImport(source.area),
      ...(support.has(source.path) ? inATest : []),
    ];
    return importsOf(source).flatMap(({ line, specifier, target }) => {
      if (target === undefined) return [];
      const area = areaOf(target);
      const fine =
        may.includes(area) ||
        (area.startsWith('services/') && may.includes('services')) ||
        (source.area === 'services/gateway' && target === 'libs/service/src/settings.ts');
      return fine ? [] : [`${source.path}:${line} imports ${specifier}`];
    });
  });
}

/** Tests, measurements, and what only those import: such files may use the testing library. */
export function testSupport(sources: readonly Source[]): Set<string> {
  const tests = new Set(
    sources.filter((one) => isTest(one) || one.path.endsWith('.bench.ts')).map((one) => one.path),
  );
  const importers = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const { target } of importsOf(source)) {
      if (target) importers.set(target, (importers.get(target) ?? new Set()).add(source.path));
    }
  }
  for (let before = -1; before !== tests.size;) {
    before = tests.size;
    for (const [file, by] of importers) if ([...by].every((one) => tests.has(one))) tests.add(file);
  }
  return tests;
}

/** Broker and RPC libraries, where they may not be seen. Tests speak to a broker as a stranger would. */
export function strayTransports(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !source.path.startsWith('libs/') && source.area !== 'tests')
    .flatMap((source) =>
      importsOf(source)
        .filter(({ specifier }) => /^(@grpc\/grpc-js|@nats-io\/.*|nats)$/.test(specifier))
        .map(({ line, specifier }) => `${source.path}:${line} imports ${specifier}`),
    );
}

const exportsUseCase = /^export const \w+(?::[^=]+)? = (?:command|query|reaction)\(/m;

/** A use case that is imported by anything but its service's table of contents, its start, or a test. */
export function sharedSlices(sources: readonly Source[]): string[] {
  const slices = new Set(
    sources
      .filter(
        ({ path: name, code }) =>
          /^services\/[^/]+\/src\/[^/]+\//.test(name) && exportsUseCase.test(code),
      )
      .map((source) => source.path),
  );
  const support = testSupport(sources);
  return sources
    .filter(
      ({ path: name }) => !/^services\/[^/]+\/src\/[^/]+\.ts$/.test(name) && !support.has(name),
    )
    .flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => target !== undefined && slices.has(target))
        .map(({ line, specifier }) => `${source.path}:${line} imports the use case ${specifier}`),
    );
}
