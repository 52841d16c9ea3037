import {
  busy,
  duplicate,
  invalid,
  isRefusal,
  notFound,
  refused,
  stale,
  unavailable,
} from '@gonglian/kernel/refusal.ts';
import {
  CheckConstraintViolationException,
  DriverException,
  ForeignKeyConstraintViolationException,
  NotFoundError,
  OptimisticLockError,
  UniqueConstraintViolationException,
} from '@mikro-orm/postgresql';
import { z } from 'zod';
import { sqlState } from './database.ts';

/** What a caller is told of an error: refusals as they are, known failures of the database by name, bugs unchanged. */
export function asRefusal(error: unknown): unknown {
  if (isRefusal(error)) return error;
  if (error instanceof z.ZodError) return fieldsInvalid(error);
  if (error instanceof OptimisticLockError) return stale('VERSION_MOVED');
  if (error instanceof NotFoundError) return notFound('NOT_FOUND');
  if (error instanceof UniqueConstraintViolationException || sqlState(error) === '23505') {
    return duplicate('ALREADY_EXISTS', { constraint: constraintOf(error) });
  }
  if (error instanceof ForeignKeyConstraintViolationException || sqlState(error) === '23503') {
    return refused('REFERENCE_UNKNOWN', { constraint: constraintOf(error) });
  }
  if (error instanceof CheckConstraintViolationException || sqlState(error) === '23514') {
    return invalid('VALUE_OUT_OF_RANGE', { constraint: constraintOf(error) });
  }
  // U+0000: JSON and proto carry it, PostgreSQL keeps it in no text.
  if (['22021', '22P05'].includes(sqlState(error))) return invalid('CHARACTER_INVALID');
  if (isBusy(error)) return busy('DATABASE_BUSY');
  if (isDisconnected(error)) return unavailable('DATABASE_UNAVAILABLE');
  return error;
}

/** Names the first failing field and rule; never the value, which may be personal. */
function fieldsInvalid(error: z.ZodError) {
  const issue = error.issues[0];
  return invalid('FIELD_INVALID', {
    field: issue?.path.join('.') ?? '',
    rule: issue?.code === 'unrecognized_keys' ? 'unknown_field' : (issue?.message ?? 'invalid'),
    count: error.issues.length,
  });
}

function constraintOf(error: unknown): string {
  const named = typeof error === 'object' && error !== null && 'constraint' in error;
  return named && typeof error.constraint === 'string' ? error.constraint : '';
}

function isBusy(error: unknown): boolean {
  if (['40001', '40P01', '55P03', '57014', '53300'].includes(sqlState(error))) return true;
  // What the pool says where all its connections are taken.
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

function isDisconnected(error: unknown): boolean {
  const state = sqlState(error);
  if (state.startsWith('08') || state.startsWith('57P')) return true;
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(state)) return true;
  if (!(error instanceof Error) || state !== '') return false;
  return error instanceof DriverException
    ? /connection/i.test(error.message)
    : connectionWords.test(error.message);
}

/** pg gives no code to these. */
const connectionWords = new RegExp(
  '^(Connection terminated|Client (was closed|has encountered a connection error|has ended))',
);
