// What somebody who types a few characters means by them.
import { convert15, parseOtherDocument } from '@gonglian/kernel/id-number.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { comparableName, isLatin, latinWords, pinyinInitials } from './name-text.ts';
import { cleanNumber, cleanPhone } from './person.ts';
import { firstOf, lettersOf, pairsOf, tailOf, type Key } from './search-tokens.ts';

/** A person's own words, opened. */
export interface Opened {
  name: string;
  phone: string;
}

export type Question =
  | { by: 'member_no'; memberNo: string }
  /** The forms a whole document number may be kept in. */
  | { by: 'document'; numbers: string[] }
  /** Those who have every key; `fits` removes who has them in another order, and tells equal tokens apart. */
  | { by: 'keys'; keys: [Key, Key?]; fits(opened: Opened): boolean };

const MEMBER_NO = /^\d{19}$/;
const DOCUMENT_CHARS_MIN = 6;
const TAIL = /^\d{4,11}$/;
const LETTER = /\p{L}/u;

/**
 * The questions in turn: the first that finds somebody is the one that was meant. Invalid SEARCH_TOO_SHORT where too
 * little was typed: nothing, one to three digits, or only marks.
 */
export function decideQuestions(text: string): [Question, ...Question[]] {
  const compared = comparableName(text);
  const questions = /\d/.test(compared) ? byNumber(compared) : [byName(compared)];
  const [first, ...rest] = questions.filter((question) => question !== undefined);
  if (first === undefined) throw invalid('SEARCH_TOO_SHORT');
  return [first, ...rest];
}

/** No name has a digit: a number is a member's, a document's or a phone's. */
function byNumber(compared: string): (Question | undefined)[] {
  const number = cleanPhone(compared.replaceAll('-', ''));
  if (MEMBER_NO.test(number)) return [{ by: 'member_no', memberNo: number }];
  return [byDocument(number, cleanNumber(compared)), byTail(number)];
}

/** A hyphen may have been typed for the eye, or be the document's own. */
function byDocument(plain: string, whole: string): Question | undefined {
  if (plain.length < DOCUMENT_CHARS_MIN) return undefined;
  const numbers = new Set<string>();
  for (const typed of [plain, whole]) {
    const parsed = parseOtherDocument(typed);
    if (!parsed.ok) continue;
    numbers.add(parsed.idNumber);
    const eighteen = convert15(parsed.idNumber);
    if (eighteen !== undefined) numbers.add(eighteen);
  }
  return { by: 'document', numbers: [...numbers] };
}

function byTail(digits: string): Question | undefined {
  if (!TAIL.test(digits)) return undefined;
  return { by: 'keys', keys: [tailOf(digits)], fits: ({ phone }) => phone.endsWith(digits) };
}

/** Marks alone name nobody. */
function byName(compared: string): Question | undefined {
  const characters = Array.from(compared);
  const letters = characters.filter((character) => LETTER.test(character));
  if (letters.length === 0) return undefined;
  const words = letters.every(isLatin)
    ? latinWords(compared).filter(({ length }) => length > 1)
    : [];
  const [word] = words;
  if (word === compared) return byLetters(word);
  const [first, ...more] = words.length > 0 ? words.map(lettersOf) : pairsOf(compared);
  const one = first ?? firstOf(compared);
  const last = more.at(-1);
  if (one === undefined) return undefined;
  const fits = ({ name }: Opened) => {
    const opened = comparableName(name);
    return characters.length === 1 ? opened.startsWith(compared) : opened.includes(compared);
  };
  // Two keys say all of a name of four characters; what a longer one leaves open is told when it is opened.
  return { by: 'keys', keys: last === undefined ? [one] : [one, last], fits };
}

/** Initials of a whole name from its beginning, or how one word of a Latin name begins. */
function byLetters(word: string): Question {
  const fits = ({ name }: Opened) => {
    const opened = comparableName(name);
    const spelt = [pinyinInitials(opened), ...latinWords(opened)];
    return spelt.some((one) => one.startsWith(word));
  };
  return { by: 'keys', keys: [lettersOf(word)], fits };
}
