import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations, types } from '@gonglian/contracts/descriptors.ts';
import { listCodes } from '../messages.ts';
import { schemaName } from '../schema.ts';
import { openWorld, type World } from '../world.fixture.ts';

const PAGES = [
  '',
  '/membership',
  '/organisation',
  '/competitions',
  '/welfare',
  '/finance',
  '/sync',
  '/gateway',
  '/schemas',
  '/problems',
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

test.each(PAGES)('/docs%s is a page in both languages, without a script', async (page) => {
  for (const [lang, tag] of [
    ['zh', 'zh-CN'],
    ['en', 'en'],
  ]) {
    const { status, headers, text } = await world.ask(`/docs${page}?lang=${lang}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(text).toContain(`<html lang="${tag}">`);
    expect(text).not.toMatch(/<script|<img|<iframe|javascript:| on[a-z]+=|style="|https?:\/\//);
    expect(text).not.toMatch(/undefined|\[object/);
  }
});

test('the language is that of the reader unless the address says one', async () => {
  const english = await world.ask('/docs', { headers: { 'accept-language': 'en' } });
  expect(english.text).toContain('Who asks, and in which duty');
  const chinese = await world.ask('/docs?lang=zh', { headers: { 'accept-language': 'en' } });
  expect(chinese.text).toContain('身份与职责');
});

test('every operation is there, with its request as a line for a shell', async () => {
  const pages = new Map<string, string>();
  for (const { service, localName, http } of operations) {
    if (!http) continue;
    const text = pages.get(service) ?? (await world.ask(`/docs/${service}?lang=zh`)).text;
    pages.set(service, text);
    expect(text).toContain(`<h3 id="${localName}">`);
  }
  expect(pages.get('membership')).toContain(
    'curl -sS -X POST &quot;$NODE/api/v1/members/0198a5c0-3b1e-7a10-8c2d-000000000011/retention',
  );
});

test('every schema and every code has a place of its own', async () => {
  const schemas = (await world.ask('/docs/schemas')).text;
  for (const type of types) expect(schemas).toContain(`<h3 id="${schemaName(type)}">`);
  const problems = (await world.ask('/docs/problems')).text;
  for (const { code, en } of listCodes()) {
    expect(problems).toContain(`<tr id="${code}">`);
    expect(problems).toContain(en.replaceAll("'", '&#39;'));
  }
});

test('every link within the reference leads somewhere', async () => {
  const texts = new Map<string, string>();
  for (const page of PAGES) {
    texts.set(`/docs${page}`, (await world.ask(`/docs${page}?lang=en`)).text);
  }
  const links = [...texts].flatMap(([from, text]) =>
    [...text.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href = '']) => ({ from, href })),
  );
  const dead = links.filter(({ from, href }) => {
    const [address = '', anchor = ''] = href.split('#');
    const [name = ''] = address.split('?');
    if (name === '/api/v1/openapi.json') return false;
    const target = texts.get(name === '' ? from : name);
    return target === undefined || (anchor !== '' && !target.includes(`id="${anchor}"`));
  });
  expect(links.length).toBeGreaterThan(300);
  expect(dead).toEqual([]);
});

test('there is a style sheet, and no other page', async () => {
  const style = await world.ask('/docs/style.css');
  expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(await world.ask('/docs/nothing')).toMatchObject({ status: 404 });
  expect(await world.ask('/docs/__proto__')).toMatchObject({ status: 404 });
});
