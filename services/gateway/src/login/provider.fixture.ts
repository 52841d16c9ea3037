// A provider on its own port that answers as a test says, right or wrong.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

export interface TestProvider {
  readonly issuer: string;
  /** What the next codes are exchanged for: claims that differ, or another answer altogether. */
  readonly next: { claims: JWTPayload; header: Record<string, unknown>; status: number };
  /** Requests by path. */
  readonly asked: Map<string, number>;
  /** Where a browser would be sent back to, after it was sent here. */
  callback(authorization: URL, given?: Record<string, string>): URL;
  sign(claims: JWTPayload, header?: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

export const CLIENT = { clientId: 'gonglian', clientSecret: 'sesame' } as const;

export async function openProvider(metadata: object = {}): Promise<TestProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const asked = new Map<string, number>();
  const next: TestProvider['next'] = { claims: {}, header: {}, status: 200 };
  let begun = new URLSearchParams();

  const sign: TestProvider['sign'] = (claims, header = {}) => {
    const seconds = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: issuer, iat: seconds, exp: seconds + 300, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT', ...header })
      .sign(privateKey);
  };
  const exchange = async (form: URLSearchParams): Promise<[number, object]> => {
    if (form.get('client_secret') !== CLIENT.clientSecret)
      return [401, { error: 'invalid_client' }];
    if (next.status !== 200) return [next.status, { error: 'invalid_grant' }];
    const nonce = begun.get('nonce') ?? '';
    const claims = { sub: 'wang', aud: CLIENT.clientId, nonce, name: '王芳', ...next.claims };
    const idToken = await sign(claims, next.header);
    return [200, { token_type: 'Bearer', access_token: 'opaque', id_token: idToken }];
  };
  const answer = async (request: IncomingMessage): Promise<[number, object]> => {
    const { pathname } = new URL(request.url ?? '/', 'http://provider');
    asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
    if (pathname === '/.well-known/openid-configuration') return [200, document()];
    if (pathname === '/jwks') return [200, { keys: [jwk] }];
    if (pathname === '/token') return exchange(new URLSearchParams(await textOf(request)));
    return [404, {}];
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => sendJson(response, status, body),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const document = (): object => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...metadata,
  });
  return {
    issuer,
    next,
    asked,
    sign,
    callback(authorization, given = {}) {
      begun = authorization.searchParams;
      const back = new URL(begun.get('redirect_uri') ?? '');
      const whole = { code: 'a-code', state: begun.get('state') ?? '', ...given };
      for (const [name, value] of Object.entries(whole)) back.searchParams.set(name, value);
      return back;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
