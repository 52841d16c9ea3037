// Every "no" of the gateway is an RFC 9457 problem; this is the one map from refusals to HTTP
// (style 1.6).

import { isRefusal, type RefusalDetails, type RefusalKind } from '@gonglian/kernel/refusal.ts';
import { helpOf, titleOf, type Language } from './messages.ts';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly details: RefusalDetails;
  readonly traceId: string;
  /** What X-Request-Id says: the caller's own name for the request, or one made here. */
  readonly requestId: string;
  /** Where the reference explains the code. */
  readonly help: string;
}

/** What names a request afterwards: to a person, and in the log. */
export interface Named {
  readonly traceId: string;
  readonly requestId: string;
}

export const PROBLEM_TYPE = 'application/problem+json';

export const STATUS_OF: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  duplicate: 409,
  stale: 412,
  refused: 422,
  busy: 429,
  unavailable: 503,
  late: 504,
};

// What fastify refuses before a handler runs, by its own codes.
const FRAMEWORK: Readonly<Record<string, readonly [number, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'BODY_TOO_LARGE'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'UNSUPPORTED_MEDIA_TYPE'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'BODY_INCOMPLETE'],
  FST_ERR_BAD_URL: [400, 'MALFORMED_URL'],
  FST_ERR_MAX_PARAM_LENGTH: [414, 'URL_TOO_LONG'],
};

/** A "no" that only HTTP knows, such as a precondition that is missing. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(status: number, code: string, details: RefusalDetails = {}) {
    super(code);
    this.name = 'HttpRefusal';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** What a thrown value says to the caller; a bug says nothing but the trace id. */
export function toProblem(error: unknown, language: Language, named: Named): Problem {
  const { status, code, details } = reduce(error);
  const title = titleOf(code, language);
  const help = helpOf(code);
  return { type: `urn:gonglian:problem:${code}`, title, status, code, details, ...named, help };
}

function reduce(error: unknown): Pick<Problem, 'status' | 'code' | 'details'> {
  if (isRefusal(error)) {
    return { status: STATUS_OF[error.kind], code: error.code, details: error.details };
  }
  if (error instanceof HttpRefusal) return error;
  const [status, code] = FRAMEWORK[codeOf(error)] ?? [500, 'INTERNAL'];
  return { status, code, details: {} };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
