import { existsSync } from 'node:fs';
import path from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from './config.ts';
import { HttpRefusal } from './problem.ts';

const ENTRY = 'index.html';
/** What a poster's code leads to: a small page of its own, for somebody without an account. */
const JOIN_ENTRY = 'join.html';
const YEAR_MS = 365 * 24 * 3600 * 1000;

/**
 * Everything a page loads comes from here; only style elements may be inline, because antd writes
 * its styles so.
 */
export async function protectPages(app: FastifyInstance, development: boolean): Promise<void> {
  const nothing = ["'none'"];
  const self = ["'self'"];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        styleSrc: [...self, "'unsafe-inline'"],
        imgSrc: [...self, 'data:'],
        objectSrc: nothing,
        baseUri: nothing,
        frameAncestors: nothing,
        formAction: self,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // A browser would remember this for localhost, and every other development server on it would
    // break.
    strictTransportSecurity: development ? false : { maxAge: YEAR_MS / 1000 },
  });
}

/**
 * The built console: its files, and its entry for every page address, which the console itself
 * routes.
 */
export async function serveConsole(app: FastifyInstance, config: GatewayConfig): Promise<void> {
  const root = config.consoleDir === undefined ? undefined : path.resolve(config.consoleDir);
  const present = root !== undefined && existsSync(path.join(root, ENTRY));
  if (root !== undefined && !present) {
    config.log.warn({ reason: 'not built' }, 'no console is served');
  }
  if (present) {
    await app.register(fastifyStatic, {
      root,
      setHeaders(reply, file) {
        // Vite names what lies in assets/ by its content; all else may change under its name.
        const named = file.startsWith(path.join(root, 'assets') + path.sep);
        const keep = named ? `public, max-age=${YEAR_MS / 1000}, immutable` : 'no-cache';
        void reply.header('cache-control', keep);
      },
      cacheControl: false,
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const [address = ''] = request.url.split('?', 1);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const entry = reads ? entryOf(address) : undefined;
    if (!present || entry === undefined || !existsSync(path.join(root, entry))) {
      throw new HttpRefusal(404, 'ROUTE_NOT_FOUND');
    }
    return reply.sendFile(entry);
  });
}

/** A join link has dots in it; of all other addresses one with a dot is a file, and was not there. */
function entryOf(address: string): string | undefined {
  if (/^\/join\/[^/]+$/.test(address)) return JOIN_ENTRY;
  const file = address.startsWith('/api/') || path.posix.basename(address).includes('.');
  return file ? undefined : ENTRY;
}
