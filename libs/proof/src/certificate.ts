// A certificate of honour as one line of text for a QR code: what it says, and the node's signature over it. Whoever has
// the node's public key can tell a true one from a changed one, without asking anybody.
import { isSignedBy, SIGNATURE_BYTES, type Signer } from './signing.ts';

export interface Certificate {
  /** Region code of the node that signed it. */
  node: string;
  certificateNo: string;
  holderName: string;
  honourName: string;
  honourCode: string;
  level: string;
  grantedOn: string;
  documentNo: string;
}

/** The form and its suite: Ed25519. Signed before the rest, so that no signature over anything else fits here. */
const HEAD = ['GLC1', 'std'] as const;
const PLACE = 'gonglian honour certificate\n';
const FIELDS = [
  'node',
  'certificateNo',
  'holderName',
  'honourName',
  'honourCode',
  'level',
  'grantedOn',
  'documentNo',
] as const satisfies readonly (keyof Certificate)[];
const SIGNATURE_TEXT = new RegExp(
  `^[A-Za-z0-9_-]{${String(Math.ceil((SIGNATURE_BYTES * 8) / 6))}}$`,
);
const TEXT_MAX = 4_000;

const signedBytes = (body: string): Buffer => Buffer.from(PLACE + body);

export function writeCertificate(certificate: Certificate, signer: Signer): string {
  const body = JSON.stringify([...HEAD, ...FIELDS.map((field) => certificate[field])]);
  return body + signer.sign(signedBytes(body)).toString('base64url');
}

/** What it says, or undefined: not such a text, not signed by this key, or one character of it changed. */
export function readCertificate(publicKey: Uint8Array, text: string): Certificate | undefined {
  const end = text.lastIndexOf(']') + 1;
  const [body, tail] = [text.slice(0, end), text.slice(end)];
  if (text.length > TEXT_MAX || !SIGNATURE_TEXT.test(tail)) return undefined;
  const signature = Buffer.from(tail, 'base64url');
  // The last character of a signature has bits to spare: only the one way of writing it is taken.
  if (signature.toString('base64url') !== tail) return undefined;
  if (!isSignedBy(publicKey, signedBytes(body), signature)) return undefined;
  const values = parsed(body);
  if (!values || JSON.stringify(values) !== body) return undefined;
  const [form, suite, ...rest] = values;
  if (form !== HEAD[0] || suite !== HEAD[1] || rest.length !== FIELDS.length) return undefined;
  const entries = FIELDS.map((field, at): [keyof Certificate, string] => [field, rest[at] ?? '']);
  return Object.fromEntries(entries) as unknown as Certificate;
}

function parsed(body: string): string[] | undefined {
  try {
    const values: unknown = JSON.parse(body);
    if (!Array.isArray(values)) return undefined;
    return values.every((value) => typeof value === 'string') ? values : undefined;
  } catch {
    return undefined;
  }
}
