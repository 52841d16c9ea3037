// The one way any part of the project says no. Transports map `kind` once (libs/rpc, gateway).

export const REFUSAL_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'duplicate',
  'stale',
  'refused',
  'busy',
  'unavailable',
  'late',
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];
export type RefusalDetails = Record<string, string | number | boolean | null>;

/** A named, expected "no". `code` is SCREAMING_SNAKE; `cause` is for logs and never for the wire. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(
    kind: RefusalKind,
    code: string,
    details: RefusalDetails = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

type Make = (code: string, details?: RefusalDetails, options?: ErrorOptions) => Refusal;

const maker =
  (kind: RefusalKind): Make =>
  (code, details, options) =>
    new Refusal(kind, code, details, options);

/** It does not parse. */
export const invalid = maker('invalid');
/** Nobody is known to be asking. */
export const unauthenticated = maker('unauthenticated');
/** The one asking has no right. */
export const forbidden = maker('forbidden');
/** No such thing, or not yet. */
export const notFound = maker('not_found');
/** It exists already. */
export const duplicate = maker('duplicate');
/** The version moved under the caller. */
export const stale = maker('stale');
/** A rule says no; the code says which. */
export const refused = maker('refused');
/** A limit is reached. */
export const busy = maker('busy');
/** A dependency does not answer. */
export const unavailable = maker('unavailable');
/** A deadline has passed. */
export const late = maker('late');

/** Whether a thrown value is a refusal rather than a bug. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}

const TRANSIENT: Record<RefusalKind, boolean> = {
  invalid: false,
  unauthenticated: false,
  forbidden: false,
  not_found: true,
  duplicate: false,
  stale: true,
  refused: false,
  busy: true,
  unavailable: true,
  late: true,
};

/** Whether a consumer should try again later (style.md 1.6); the other kinds are final. */
export function isTransient(kind: RefusalKind): boolean {
  return TRANSIENT[kind];
}
