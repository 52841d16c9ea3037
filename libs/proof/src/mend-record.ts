// A record that does not give its leaf: what it was before is tried, byte by byte, then by what its own figures and those
// before it say of each other. What gives the leaf again is what was there.
import type { Amounts } from './amounts.ts';
import { Cursor, Malformed, type Field } from './cursor.ts';
import { findChange } from './find-change.ts';
import { sha256, TAG } from './layout.ts';
import { fieldsOf, readVoucher, type VoucherRecord } from './records.ts';

/** The bytes as they were; undefined where more was changed than can be told. */
export function mendRecord(
  content: Buffer,
  leafBytes: number,
  amounts: Amounts | undefined,
): Buffer | undefined {
  const leaf = content.subarray(0, leafBytes);
  const bytes = content.subarray(leafBytes);
  const isRight = (tried: Buffer) => sha256(tried).equals(leaf);
  const found = findChange(bytes, { length: bytes.length, isRight });
  if (found) return found.bytes;
  if (!amounts) return undefined;
  for (const tried of attempts(content, leafBytes, amounts)) if (isRight(tried)) return tried;
  return undefined;
}

function* attempts(content: Buffer, leafBytes: number, amounts: Amounts): Generator<Buffer> {
  const bytes = content.subarray(leafBytes);
  const voucher = read(bytes);
  if (!voucher) return;
  const fields = fieldsOf(TAG.voucher, content);
  const put = (changes: Map<string, number>): Buffer => {
    const tried = Buffer.from(bytes);
    for (const [name, value] of changes) write(tried, leafBytes, fields, name, value);
    return tried;
  };
  const guesses = [...fromBefore(voucher, amounts), ...fromBalance(voucher)];
  for (const [name, value] of guesses) yield put(new Map([[name, value]]));
  for (const kind of ['amountFen', 'balanceFen', 'outEnd', 'inEnd'])
    yield put(new Map(guesses.filter(([name]) => name.endsWith(`.${kind}`)).toReversed()));
}

/** What the vouchers before it leave for each of its figures, line after line. */
function fromBefore({ legs, moves }: VoucherRecord, amounts: Amounts): [string, number][] {
  const [balances, versions, outs, ins] = [new Steps(), new Steps(), new Steps(), new Steps()];
  const inLegs = legs.flatMap((leg, n): [string, number][] => {
    const { balanceFen = 0, version = 0 } = amounts.account(leg.account) ?? {};
    const balance = balances.step(leg.account, balanceFen, leg.amountFen, leg.balanceFen);
    return [
      [`leg ${n + 1}.amountFen`, balance.by],
      [`leg ${n + 1}.balanceFen`, balance.to],
      [`leg ${n + 1}.version`, versions.step(leg.account, version, 1, leg.version).to],
    ];
  });
  const inMoves = moves.flatMap((move, n): [string, number][] => {
    const outFen = amounts.pot(move.from)?.outFen ?? 0;
    const inFen = amounts.pot(move.to)?.inFen ?? 0;
    const out = outs.step(move.from, outFen, move.amountFen, move.outEnd);
    const come = ins.step(move.to, inFen, move.amountFen, move.inEnd);
    return [
      [`move ${n + 1}.amountFen`, out.by],
      [`move ${n + 1}.amountFen`, come.by],
      [`move ${n + 1}.outEnd`, out.to],
      [`move ${n + 1}.inEnd`, come.to],
    ];
  });
  return [...inLegs, ...inMoves];
}

/** A figure that each line carries on: by how much it must have gone if its ends are right, and where to if the steps are. */
class Steps {
  readonly #said = new Map<number, number>();
  readonly #summed = new Map<number, number>();

  step(of: number, before: number, by: number, end: number): { by: number; to: number } {
    const to = (this.#summed.get(of) ?? before) + by;
    const steps = { by: end - (this.#said.get(of) ?? before), to };
    this.#said.set(of, end);
    this.#summed.set(of, to);
    return steps;
  }
}

/** The amount with which the legs would sum to nothing. */
function fromBalance({ legs }: VoucherRecord): [string, number][] {
  const sum = legs.reduce((all, { amountFen }) => all + amountFen, 0);
  return legs.map((leg, n) => [`leg ${n + 1}.amountFen`, leg.amountFen - sum]);
}

function write(
  tried: Buffer,
  leafBytes: number,
  fields: readonly Field[],
  name: string,
  value: number,
): void {
  const field = fields.find((one) => one.name === name);
  if (field && Number.isSafeInteger(value))
    tried.writeBigInt64BE(BigInt(value), field.from - leafBytes);
}

function read(bytes: Buffer): VoucherRecord | undefined {
  try {
    return readVoucher(new Cursor(bytes));
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
