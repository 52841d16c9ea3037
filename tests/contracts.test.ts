// The contracts are what others were promised: they read well, break nobody, and the code is what they say.

import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DescMessage } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import { facts, fieldClass, types } from '@gonglian/contracts/descriptors.ts';
import type { FactType } from '@gonglian/contracts/fact.ts';
import * as competitions from '@gonglian/contracts/competitions.ts';
import * as contests from '@gonglian/contracts/contests.ts';
import * as finance from '@gonglian/contracts/finance.ts';
import * as membership from '@gonglian/contracts/membership.ts';
import * as organisation from '@gonglian/contracts/organisation.ts';
import * as programmes from '@gonglian/contracts/programmes.ts';
import * as sync from '@gonglian/contracts/sync.ts';
import * as welfare from '@gonglian/contracts/welfare.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const proto = path.join(root, 'proto');
let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'gl-contracts-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Throws with what buf said where it is not content. */
function buf(cwd: string, ...args: string[]): void {
  const bin = path.join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}` };
  execFileSync(path.join(bin, 'buf'), args, { cwd, env, stdio: 'pipe', encoding: 'utf8' });
}

test('the contracts keep to the rules of style', () => {
  expect(() => buf(proto, 'lint')).not.toThrow();
});

// base.binpb is what the last release promised. After a release: cd proto, then
// buf build --exclude-source-info -o base.binpb, and commit it. A promise that must be broken gets a new package, v2.
test('nothing that the last release promised is broken', () => {
  expect(() => buf(proto, 'breaking', '--against', 'base.binpb')).not.toThrow();
});

test.each([
  [
    'a field that another reader knows is gone',
    '  string how = 3 [(gonglian.options.v1.class) = FIELD_CLASS_INTERNAL];\n',
    '',
  ],
  ['a field has another type', 'string how = 3 [', 'int32 how = 3 ['],
  ['a field has another name in JSON', 'string how = 3 [', 'string manner = 3 ['],
])('a broken promise is found: %s', (what, old, changed) => {
  const copy = path.join(scratch, what.replaceAll(' ', '-'));
  cpSync(proto, copy, { recursive: true });
  const file = path.join(copy, 'gonglian/membership/v1/events.proto');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(old);
  writeFileSync(file, text.replace(old, changed));
  expect(() => buf(copy, 'breaking', '--against', 'base.binpb')).toThrow(/Command failed/);
});

test('the generated code is what the contracts generate', () => {
  const place = 'libs/contracts/src/gen';
  buf(proto, 'generate', '-o', path.join(scratch, 'proto'));
  const files = (under: string) =>
    globSync('**/*.ts', { cwd: path.join(under, place) })
      .toSorted()
      .map((file) => [file, readFileSync(path.join(under, place, file), 'utf8')]);
  const [fresh, committed] = [files(scratch), files(root)];
  expect(committed.map(([file]) => file)).toEqual(fresh.map(([file]) => file));
  // By name first: a difference of texts would fill the screen.
  const differing = fresh.filter(([, text], n) => text !== committed[n]?.[1]).map(([file]) => file);
  expect(differing).toEqual([]);
}, 60_000);

test('the descriptor image is what the contracts say', () => {
  buf(proto, 'build', '-o', path.join(scratch, 'image.binpb'));
  const fresh = readFileSync(path.join(scratch, 'image.binpb'));
  const committed = readFileSync(path.join(root, 'libs/contracts/src/image.binpb'));
  expect(fresh.equals(committed)).toBe(true);
});

const declared: FactType[] = [
  competitions,
  contests,
  finance,
  membership,
  organisation,
  programmes,
  sync,
  welfare,
].flatMap((module) => Object.values(module as Record<string, unknown>).filter(isFact));

function isFact(value: unknown): value is FactType {
  return typeof value === 'object' && value !== null && 'toJson' in value && 'service' in value;
}

test('every fact of the contracts has its line, and no line is without its fact', () => {
  const names = (all: readonly { service: string; name: string }[]) =>
    all.map(({ service, name }) => `${service} ${name}`).toSorted();
  expect(names(declared)).toEqual(names(facts));
  expect(declared.length).toBeGreaterThan(15);
});

test.each(facts.map((fact) => [fact.name, fact] as const))(
  'the line of %s has the codec and the key that the contract names',
  (name, { service, subject, message }) => {
    const line = declared.find((one) => one.name === name && one.service === service);
    const field = message.fields.find((one) => one.name === subject);
    expect(field?.fieldKind).toBe('scalar');
    // Every text of the message holds its own name, so that a codec of another message or another key is found out.
    const texts = message.fields.filter(
      (one) => one.fieldKind === 'scalar' && one.scalar === ScalarType.STRING,
    );
    const json = Object.fromEntries(texts.map((one) => [one.jsonName, one.name]));
    const data = line?.fromJson(json);
    expect(line?.toJson(data)).toMatchObject(json);
    expect(line?.key(data)).toBe(subject);
  },
);

const personalName =
  /(^|_)(id_number|id_no|phone|mobile|email|birth\w*|born\w*|bank\w*|account|income|photo|diagnosis|address)(_|$)|(person|member|applicant|contact|officer|holder)_name$/;

/** Fields by which a fact would name a person, down to the last message in it. */
function personalFields(message: DescMessage, seen = new Set<DescMessage>()): string[] {
  if (seen.has(message)) return [];
  seen.add(message);
  const has = (name: string) => message.fields.some((field) => field.name === name);
  // A union's name is on its door.
  const ownName = has('union_id') && !has('member_id') && !has('person_id');
  return message.fields.flatMap((field) => {
    const classified = ['personal', 'sensitive', 'secret'].includes(fieldClass(field) ?? '');
    const named = personalName.test(field.name) || (field.name === 'name' && !ownName);
    const inner = field.message ? personalFields(field.message, seen) : [];
    return [...(classified || named ? [`${message.name}.${field.name}`] : []), ...inner];
  });
}

const spoken = types.filter(
  (type): type is DescMessage =>
    type.kind === 'message' && type.file.proto.name.endsWith('/events.proto'),
);

test('nothing that is said between services or nodes names a person', () => {
  expect(spoken.length).toBeGreaterThan(facts.length);
  expect(spoken.flatMap((message) => personalFields(message))).toEqual([]);
});

test('a field that names a person would be found, by its class and by its name', () => {
  const found = types
    .filter((type): type is DescMessage => type.kind === 'message')
    .filter((message) => !spoken.includes(message))
    .flatMap((message) => personalFields(message));
  const fields = new Set(found.map((one) => one.split('.')[1]));
  expect(['name', 'phone', 'id_number'].filter((field) => !fields.has(field))).toEqual([]);
});
