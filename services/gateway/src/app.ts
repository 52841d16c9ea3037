import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import { lazily } from '@gonglian/kernel/lazily.ts';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { takeJsonText } from './body.ts';
import type { Changes } from './changes.ts';
import { compressAnswers } from './compression.ts';
import type { GatewayConfig, Limits } from './config.ts';
import { protectPages, serveConsole } from './console.ts';
import type { OpenSessions } from './login/open-sessions.ts';
import { helpOf, languageOf, listCodes, titleOf } from './messages.ts';
import { buildOpenapi, type Openapi } from './openapi.ts';
import { mountNotices } from './notice/mount-notices.ts';
import { HttpRefusal, PROBLEM_TYPE, toProblem } from './problem.ts';
import { mountHealth } from './ready.ts';
import { mountReference } from './reference/reference.ts';
import { requestIdOf } from './request-id.ts';
import { mountOperations, type Channels } from './routes.ts';
import { streamPlaces } from './stream-places.ts';
import { budgetOf, mayGoOn, mountSession, requireSession } from './session.ts';
import { routeOf, traceRequests, tracingOf } from './tracing.ts';

export const API = '/api/v1';

// A join token is the longest thing in a path; a request line and its headers together stay below
// the second bound.
const PARAM_CHARS_MAX = 1024;
const URL_CHARS_MAX = 4096;
const HEADER_BYTES_MAX = 16 * 1024;
const RECEIVE_MS = 30_000;
const MINUTE_MS = 60_000;

/** The whole gateway, not yet listening. */
export async function buildApp(
  config: GatewayConfig,
  limits: Limits,
  channels: Channels,
  changes: Changes,
  sessions: OpenSessions,
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: limits.bodyBytes,
    trustProxy: config.trustedProxies?.length ? [...config.trustedProxies] : false,
    requestTimeout: RECEIVE_MS,
    http: { maxHeaderSize: HEADER_BYTES_MAX, headersTimeout: RECEIVE_MS },
    routerOptions: { maxParamLength: PARAM_CHARS_MAX },
    forceCloseConnections: 'idle',
    genReqId: requestIdOf,
    frameworkErrors: (error, request, reply) => void sendProblem(config, error, request, reply),
    clientErrorHandler: answerBrokenRequest,
  });
  traceRequests(app, config.log);
  app.setErrorHandler((error, request, reply) => sendProblem(config, error, request, reply));
  app.addHook('onRequest', async ({ id, url }, reply) => {
    void reply.header('x-request-id', id);
    if (url.length > URL_CHARS_MAX) throw new HttpRefusal(414, 'URL_TOO_LONG');
  });
  takeJsonText(app, limits.bodyBytes);
  await protectPages(app, config.development);
  await compressAnswers(app);
  mountHealth(app, channels);
  const openapi = lazily(() => buildOpenapi(config.development, config.region));
  mountReference(app, openapi);
  await mountNotices(app, config, channels, sessions.tokens);
  await serveConsole(app, config);
  sessions.mountProvider(app);
  const mount = (api: FastifyInstance) =>
    mountApi(api, openapi, limits, channels, changes, sessions);
  await app.register(mount, { prefix: API });
  return app;
}

async function mountApi(
  api: FastifyInstance,
  openapi: () => Openapi,
  limits: Limits,
  channels: Channels,
  changes: Changes,
  sessions: OpenSessions,
): Promise<void> {
  const { config } = sessions;
  const policy = `${limits.requestsPerMinute};w=${MINUTE_MS / 1000}`;
  api.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store').header('ratelimit-policy', policy);
  });
  requireSession(api, sessions);
  await api.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: MINUTE_MS,
    enableDraftSpec: true,
    keyGenerator: budgetOf,
    errorResponseBuilder: (_request, { ttl }) =>
      new HttpRefusal(429, 'TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
  const document = lazily(() => JSON.stringify(openapi()));
  api.get('/openapi.json', { config: { open: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document()),
  );
  const problems = JSON.stringify({ items: listCodes() });
  api.get('/problems', { config: { open: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(problems),
  );
  const { region, name, level, superior, subordinates, rootUnionId } = config;
  const node = { region, name, level, superior, subordinates, rootUnionId };
  api.get('/node', { config: { dutyless: true } }, async () => node);
  mountSession(api, sessions);
  const takePlace = streamPlaces(limits);
  const rules = { takePlace, mayGoOn: (request: FastifyRequest) => mayGoOn(request, sessions) };
  changes.mount(api, rules.mayGoOn, takePlace);
  mountOperations(api, channels, limits, rules, config.log);
}

function sendProblem(
  { log }: GatewayConfig,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const tracing = tracingOf(request);
  const traceId = tracing.id;
  const language = languageOf(request.headers['accept-language']);
  const problem = toProblem(error, language, { traceId, requestId: request.id });
  tracing.code = problem.code;
  if (problem.status === 500) {
    const { method } = request;
    const named = { traceId, requestId: request.id };
    log.error({ err: error, method, path: routeOf(request), ...named }, 'a request failed');
  }
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  const again = problem.status === 503 || problem.status === 429;
  if (again && !reply.hasHeader('retry-after')) void reply.header('retry-after', '1');
  return reply
    .code(problem.status)
    .header('x-request-id', request.id)
    .header('content-language', language)
    .header('vary', 'accept-language')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}

/**
 * What is not even HTTP, or too large in its head, never becomes a request; it is answered on the
 * bare connection.
 */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code] =
    {
      HPE_HEADER_OVERFLOW: [431, 'HEADERS_TOO_LARGE'],
      ERR_HTTP_REQUEST_TIMEOUT: [408, 'TOO_SLOW'],
    }[error.code ?? ''] ?? ([400, 'MALFORMED_REQUEST'] as const);
  const problem = {
    type: `urn:gonglian:problem:${code}`,
    title: titleOf(String(code), 'zh'),
    status,
    code,
    requestId: randomUUID(),
    help: helpOf(String(code)),
  };
  const body = JSON.stringify(problem);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[Number(status)]}\r\nconnection: close\r\n`;
  const name = `x-request-id: ${problem.requestId}\r\n`;
  const entity = `content-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  socket.end(`${head}${name}${entity}\r\n${body}`);
}
