// A store that speaks the protocol of S3: one bucket, three requests, each signed (AWS Signature Version 4).
import { createHash, createHmac } from 'node:crypto';
import { notFound, unavailable } from '@gonglian/kernel/refusal.ts';
import { requireKey, type ObjectStore } from './object-store.ts';

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
  async function ask(method: 'GET' | 'PUT' | 'DELETE', key: string, body?: Buffer) {
    const url = new URL(`/${settings.bucket}/${requireKey(key)}`, settings.endpoint);
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
    put: async (key, sealed) => void (await ask('PUT', key, sealed)),
    get: (key) => ask('GET', key),
    remove: async (key) => void (await ask('DELETE', key)),
  };
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
  const canonical = [method, url.pathname, '', lines, list, sum].join('\n');
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
