// One row of a tax bureau's file as a line: amounts to the fen, periods and dates in whichever form they are written.
import { isCalendarDate, type CalendarDate, type Month } from '@gonglian/kernel/dates.ts';
import { fenOf } from '@gonglian/kernel/money.ts';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { parseUscc } from '@gonglian/kernel/uscc.ts';
import type { ColumnField } from './collection-columns.ts';

export interface ReadLine {
  row: number;
  slipNo: string;
  payerUscc: string;
  /** Both '' where the period cannot be read. */
  periodFrom: Month;
  periodTo: Month;
  wageBaseFen: number;
  amountFen: number;
  lateFeeFen: number;
  taxOrgan: string;
  receivedOn: CalendarDate | null;
  /** Why nobody can post it as it stands; '' where nothing is wrong. */
  code: string;
}

export type ReadRow =
  | { kind: 'line'; line: ReadLine }
  /** Below the last line: what the file itself says they come to. */
  | { kind: 'total'; totalFen: number }
  /** A sum of some lines, who made the list: nothing that is money of its own. */
  | { kind: 'aside' }
  /** Without its amount nobody can say what the file comes to. */
  | { kind: 'unreadable'; row: number; code: string };

type Cells = Readonly<Partial<Record<ColumnField, string>>>;

const TOTAL = /^(合计|总计|total)[:：]?$/i;
const SUBTOTAL = /^(小计|本页合计|subtotal)[:：]?$/i;
const TEXT_MAX = 60;

/** `all`: the cells of columns that mean nothing to us as well; the word for a sum stands where the list counts its lines. */
export function readRow(
  row: number,
  cells: Cells,
  all: readonly string[] = Object.values(cells),
): ReadRow {
  const of = (field: ColumnField) => (cells[field] ?? '').trim();
  const [amount, lateFee, wageBase] = [of('amount'), of('late_fee') || '0', of('wage_base') || '0'];
  const says = (word: RegExp) => all.some((cell) => word.test(cell.replaceAll(/\s/g, '')));
  // A line that lacked both would be missed by the sum of all.
  if (says(SUBTOTAL) || (amount === '' && of('payer_uscc') === '')) return { kind: 'aside' };
  const amounts = [amount, lateFee].map(tryFen);
  const [amountFen, lateFeeFen] = amounts;
  if (amountFen === undefined || lateFeeFen === undefined) {
    return { kind: 'unreadable', row, code: 'AMOUNT_MALFORMED' };
  }
  if (says(TOTAL)) return { kind: 'total', totalFen: amountFen + lateFeeFen };
  const wageBaseFen = tryFen(wageBase);
  const { from, to } = periodOf(of('period'), of('period_from'), of('period_to'));
  const line = {
    row,
    slipNo: of('slip_no').normalize('NFKC').slice(0, TEXT_MAX),
    payerUscc: of('payer_uscc').normalize('NFKC').toUpperCase().slice(0, TEXT_MAX),
    periodFrom: from,
    periodTo: to,
    wageBaseFen: wageBaseFen ?? 0,
    amountFen,
    lateFeeFen,
    taxOrgan: of('tax_organ').slice(0, TEXT_MAX),
    receivedOn: dateOf(of('received_on')) ?? null,
  };
  return { kind: 'line', line: { ...line, code: faultOf(line, wageBaseFen) } };
}

/** In this order: what is told is what is mended first. */
function faultOf(line: Omit<ReadLine, 'code'>, wageBaseFen: number | undefined): string {
  if (line.slipNo === '') return 'SLIP_MISSING';
  if (!parseUscc(line.payerUscc).ok) return 'LINE_USCC_WRONG';
  if (line.periodFrom === '' || line.periodFrom > line.periodTo) return 'LINE_PERIOD_WRONG';
  if (line.receivedOn === null) return 'LINE_DATE_WRONG';
  if (wageBaseFen === undefined) return 'LINE_WAGE_BASE_WRONG';
  return line.amountFen + line.lateFeeFen === 0 ? 'LINE_AMOUNT_ZERO' : '';
}

function tryFen(yuan: string): number | undefined {
  try {
    return fenOf(yuan);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

type Months = { from: Month; to: Month };

const SPAN = /^(.+?)(?:至|到|~|～|—|–|--)(.+)$/;
const QUARTER = /^(\d{4})(?:年)?(?:第)?(?:Q)?([1-4一二三四])(?:季度|季)?$/i;
const QUARTER_MARK = /Q|季/i;
const QUARTERS = '一二三四';

function periodOf(whole: string, from: string, to: string): Months {
  const text = whole.replaceAll(/\s/g, '');
  if (text === '') return { from: monthIn(from), to: monthIn(to) };
  const span = SPAN.exec(text);
  if (span) return { from: monthIn(span[1] ?? ''), to: monthIn(span[2] ?? '') };
  const quarter = QUARTER_MARK.test(text) ? QUARTER.exec(text) : null;
  if (!quarter) return { from: monthIn(text), to: monthIn(text) };
  const [, year = '', said = ''] = quarter;
  const no = QUARTERS.includes(said) ? QUARTERS.indexOf(said) + 1 : Number(said);
  const at = (month: number): Month => `${year}-${String(month).padStart(2, '0')}`;
  return { from: at(no * 3 - 2), to: at(no * 3) };
}

/** The month of a month or of a date; '' where it is neither. */
function monthIn(text: string): Month {
  const date = dateOf(text);
  if (date) return date.slice(0, 7);
  const read = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(text.trim());
  const month = `${read?.[1] ?? ''}-${(read?.[2] ?? '').padStart(2, '0')}`;
  return isCalendarDate(`${month}-01`) ? month : '';
}

function dateOf(text: string): CalendarDate | undefined {
  const read =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/.exec(
      text.trim(),
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (!read) return undefined;
  const [, year = '', month = '', day = ''] = read;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
