import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { openClient } from './node-api.ts';

// What the launcher's client does while a node is away, and comes back.

const brief = { attempts: 3, timeoutMs: 1_000 };
let server: Server | undefined;
afterEach(() => void server?.close());

/** A node that answers; the port is taken from where it was promised before. */
function node(port = 0): Promise<number> {
  const opened = createServer((request, response) => {
    const body = request.url?.endsWith('/token') ? { access_token: 'a' } : { name: '高邮市总工会' };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  server = opened;
  return new Promise((listening) => {
    opened.listen(port, '127.0.0.1', () => {
      const address = opened.address();
      listening(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function freePort(): Promise<number> {
  const port = await node();
  await new Promise((closed) => server?.close(closed));
  return port;
}

test('a node that does not answer is an error that says where, and never an answer', async () => {
  const origin = `http://127.0.0.1:${await freePort()}`;
  const client = await openClient('321084', origin, 'clerk', brief);
  await expect(client.get('/node')).rejects.toThrow(`321084: no answer at ${origin}`);
});

test('a node that comes back while it is asked is waited for', async () => {
  const port = await freePort();
  const client = await openClient('321084', `http://127.0.0.1:${port}`, 'clerk', {
    attempts: 20,
    timeoutMs: 1_000,
  });
  const asked = client.get('/node');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await node(port);
  expect(await asked).toEqual({ name: '高邮市总工会' });
});
