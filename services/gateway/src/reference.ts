import type { FastifyInstance } from 'fastify';
export function mountReference(_app: FastifyInstance): void {}
