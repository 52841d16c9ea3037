// A store that speaks the protocol of S3: one bucket, four requests, each signed (AWS Signature Version 4).
import { createHash, createHmac } from 'node:crypto';
import { isId } from '@gonglian/kernel/id.ts';
import { notFound, unavailable } from '@gonglian/kernel/refusal.ts';
import { SaxesParser } from 'saxes';
import { requireKey, type ObjectStore, type StoredPage } from './object-store.ts';

export interface S3Settings {
  /** https://host[:port]; the bucket is the first part of the path. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const TIMEOUT_MS = 15_000;
const hex = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();

export function s3Store(settings: S3Settings, now: () => Date = () => new Date()): ObjectStore {
  const place = (key: string) =>
    new URL(`/${settings.bucket}/${requireKey(key)}`, settings.endpoint);
  async function ask(method: 'GET' | 'PUT' | 'DELETE', url: URL, body?: Buffer) {
    const signed = signS3(settings, { method, url, body: body ?? Buffer.alloc(0) }, now());
    const init = { method, headers: signed, signal: AbortSignal.timeout(TIMEOUT_MS) };
    const answer = await fetch(url, body ? { ...init, body: new Uint8Array(body) } : init).catch(
      (cause: unknown) => {
        throw unavailable('STORE_UNAVAILABLE', {}, { cause });
      },
    );
    const content = Buffer.from(await answer.arrayBuffer());
    if (answer.status === 404 && method === 'GET') throw notFound('OBJECT_GONE');
    const fine = answer.ok || (answer.status === 404 && method === 'DELETE');
    if (!fine) throw unavailable('STORE_UNAVAILABLE', { status: answer.status });
    return content;
  }
  return {
    put: async (key, sealed) => void (await ask('PUT', place(key), sealed)),
    get: async (key) => ask('GET', place(key)),
    remove: async (key) => void (await ask('DELETE', place(key))),
    async list(cursor, limit) {
      const url = new URL(`/${settings.bucket}`, settings.endpoint);
      url.searchParams.set('list-type', '2');
      url.searchParams.set('max-keys', String(limit));
      if (cursor !== '') url.searchParams.set('start-after', cursor);
      return readListing(String(await ask('GET', url)));
    },
  };
}

/** Of a ListBucketResult; what is no object of ours is left out, and lies in nobody's way. */
function readListing(xml: string): StoredPage {
  const objects: { Key?: string; LastModified?: string }[] = [];
  let isMore = false;
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw unavailable('STORE_UNAVAILABLE', {}, { cause });
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'Contents') objects.push({});
    text = '';
  });
  parser.on('text', (piece) => void (text += piece));
  parser.on('closetag', ({ name }) => {
    const last = objects.at(-1);
    if (last && (name === 'Key' || name === 'LastModified')) last[name] ??= text;
    if (name === 'IsTruncated') isMore = text === 'true';
  });
  parser.write(xml).close();
  const items = objects.flatMap(({ Key: key = '', LastModified: at = '' }) =>
    isId(key) ? [{ key, keptAt: new Date(at) }] : [],
  );
  return { items, nextCursor: isMore ? (objects.at(-1)?.Key ?? '') : '' };
}

interface Asked {
  method: string;
  url: URL;
  body: Buffer;
  headers?: Readonly<Record<string, string>>;
}

/** The headers of a request, with its signature. */
export function signS3(
  { region, accessKeyId, secretAccessKey }: Omit<S3Settings, 'endpoint' | 'bucket'>,
  { method, url, body, headers = {} }: Asked,
  at: Date,
): Record<string, string> {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const day = stamp.slice(0, 8);
  const sum = hex(body);
  const sent: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': sum,
    'x-amz-date': stamp,
  };
  const names = Object.keys(sent).toSorted();
  const list = names.join(';');
  const lines = names.map((name) => `${name}:${sent[name]}\n`).join('');
  const canonical = [method, url.pathname, queryOf(url), lines, list, sum].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, hex(canonical)].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce(
    (made, part) => hmac(made, part),
    hmac(`AWS4${secretAccessKey}`, day),
  );
  const signature = hmac(key, toSign).toString('hex');
  const { host: _, ...own } = sent;
  const credential = `Credential=${accessKeyId}/${scope}`;
  return {
    ...own,
    authorization: `AWS4-HMAC-SHA256 ${credential},SignedHeaders=${list},Signature=${signature}`,
  };
}

/** As it is signed: by name, and a blank is no plus. */
function queryOf(url: URL): string {
  const encoded = (part: string) =>
    encodeURIComponent(part).replaceAll(
      /[!'()*]/g,
      (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&');
}
