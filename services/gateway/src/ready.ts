import { isServing } from '@gonglian/rpc/health.ts';
import type { FastifyInstance } from 'fastify';
import type { Channels } from './routes.ts';

const PROBE_MS = 2_000;

/** /healthz: the process answers. /readyz: every service it needs says SERVING. */
export function mountHealth(app: FastifyInstance, channels: Channels): void {
  app.get('/healthz', async () => ({ status: 'up' }));
  app.get('/readyz', async (_request, reply) => {
    const services = await Promise.all(
      [...channels].map(async ([name, channel]) => {
        const serving = await isServing(channel, PROBE_MS);
        return [name, serving ? 'SERVING' : 'NOT_SERVING'] as const;
      }),
    );
    const ready = services.every(([, state]) => state === 'SERVING');
    const status = ready ? 'ready' : 'not_ready';
    return reply.code(ready ? 200 : 503).send({ status, services: Object.fromEntries(services) });
  });
}
