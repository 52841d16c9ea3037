import { closing, functionsOf, isTest, linesOf, readText, type Source } from './source.ts';

// Each rule answers what is wrong and where, one line each; nothing where all is well.

/** Something that each file is asked. */
type Rule = (source: Source) => string[];

const at = (source: Source, line: number, what: string) => `${source.path}:${line} ${what}`;

/** Every line of `text` that matches. */
function found(source: Source, text: string, pattern: RegExp, what: string): string[] {
  return linesOf(text)
    .filter(([, line]) => pattern.test(line))
    .map(([number]) => at(source, number, what));
}

const impure =
  /\bawait\b|\bem\b|\bDate\.now\b|\bMath\.random\b|\bnew Date\(\)|\brandomUUID\b|\bnewId\(|\bprocess\./;

/** What is decided depends on what is passed in, and on nothing else. */
export const impureDecisions: Rule = (source) =>
  functionsOf(source)
    .filter(({ name }) => /^decide[A-Z]?/.test(name))
    .flatMap((body) => {
      const seen =
        impure.exec(body.code)?.[0] ?? (/\basync\b/.test(body.head) ? 'async' : undefined);
      return seen ? [at(source, body.line, `${body.name} is not pure: ${seen}`)] : [];
    });

/** The settings of a process are read in one place. Build and test scripts are their own place. */
export const strayEnvironment: Rule = (source) => {
  const own = ['deploy/local', 'libs/embedded', 'tests'].includes(source.area);
  if (own || isTest(source) || /\/(main|config|vite\.config)\.ts$/.test(source.path)) return [];
  return found(source, source.code, /\bprocess\.env\b/, 'reads process.env');
};

const maxLines = 300;
const maxFunctionLines = 50;
/** Markup is long by nature: each element has a line, and each of its properties. */
const maxComponentLines = 80;
const maxColumns = 100;

export const longFiles: Rule = (source) => {
  const count = linesOf(source.text.trimEnd()).length;
  return count > maxLines ? [`${source.path} has ${count} lines`] : [];
};

/** Lines of functions inside count for those. A test tells a story from beginning to end. */
export const longFunctions: Rule = (source) => {
  const most = source.path.endsWith('.tsx') ? maxComponentLines : maxFunctionLines;
  return functionsOf(source)
    .filter(({ ownLines }) => !isTest(source) && ownLines > most)
    .map(({ name, line, ownLines }) => at(source, line, `${name} has ${ownLines} lines`));
};

/** The formatter breaks what it can; a string, a pattern, an address or a comment it leaves whole. */
export const wideLines: Rule = (source) => {
  const written = source.text.split('\n');
  return linesOf(source.code)
    .filter(([number, line]) => line.length > maxColumns && line === written[number - 1])
    .map(([number]) => at(source, number, `is wider than ${maxColumns} columns`));
};

const emptyWord = '(Manager|Helper|Helpers|Util|Utils|Common|Base|Impl)';
const kinds = '(?:class|interface|type|function|const)';
// A service is a thing here (a process with a schema): only a class may not be called one for want of a better name.
const declared = new RegExp(
  `^export (?:abstract |async )?(?:${kinds} \\w+${emptyWord}|class \\w+Service)\\b`,
);

/** The folder of a service has a service.ts, which is its table of contents; no name else ends so. */
export const emptyNames: Rule = (source) => {
  const file = source.path.split('/').at(-1)?.replace(/\..*$/, '') ?? '';
  const last = file.split('-').at(-1) ?? '';
  const wrongFile = file !== 'service' && new RegExp(`^(Service|${emptyWord})$`, 'i').test(last);
  return [
    ...(wrongFile ? [`${source.path} is named for nothing`] : []),
    ...found(source, source.code, declared, 'exports a name that says nothing'),
  ];
};

export const fileNames: Rule = ({ path }) => {
  const file = path.split('/').at(-1) ?? '';
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/.test(file);
  return [
    ...(kebab ? [] : [`${path} is not in kebab-case`]),
    ...(/^index\.tsx?$/.test(file) ? [`${path} is a barrel`] : []),
  ];
};

export const prefixedInterfaces: Rule = (source) =>
  found(source, source.code, /\binterface I[A-Z]\w*/, 'an interface with a prefix');

export const leftovers: Rule = (source) =>
  found(source, commentsOf(source), /\b(TODO|FIXME|XXX)\b/, 'is not finished');

function commentsOf({ text, uncommented }: Source): string {
  return [...text]
    .map((unit, n) => (unit === uncommented[n] && unit !== '\n' ? ' ' : unit))
    .join('');
}

export const anything: Rule = (source) =>
  found(source, source.code, /\bas any\b|:\s*any\b|<any>/, 'gives up the types');

export const focused: Rule = (source) =>
  found(
    source,
    source.code,
    /\b(test|it|describe)(\.\w+)*\.(only|skip|todo)\b/,
    'leaves tests out',
  );

/** Each test asserts something: itself, or by a function of its file that does. */
export const silentTests: Rule = (source) => {
  if (!/\.test\.tsx?$/.test(source.path)) return [];
  const bodies = functionsOf(source);
  const asserts = /\bexpect\w*\b|\bfc\.assert\b|\bassert\w*\(/;
  const asserting = new Set<string>();
  const speaks = (code: string) =>
    asserts.test(code) || [...asserting].some((name) => new RegExp(`\\b${name}\\(`).test(code));
  for (let before = -1; before !== asserting.size;) {
    before = asserting.size;
    for (const { name, code } of bodies) if (speaks(code)) asserting.add(name);
    for (const [, name = '', code = ''] of source.code.matchAll(shortFunction)) {
      if (speaks(code)) asserting.add(name);
    }
  }
  for (const word of ['test', 'it', 'describe', 'async', 'each']) asserting.delete(word);
  return testsOf(source)
    .filter(({ code }) => !speaks(code))
    .map(({ line }) => at(source, line, 'a test that asserts nothing'));
};

/** A function without a block, on the first level of its file, up to the next statement there. */
const shortFunction = /^const (\w+) =[^\n]*(=>[\s\S]*?)(?=^[^\s)}\]])/gm;

/** Each call of test with its arguments; of test.each the arguments of the second call. */
function testsOf({ code }: Source): { line: number; code: string }[] {
  return [...code.matchAll(/^[ \t]*(?:test|it)(?:\.\w+)*(?=[(<`])/gm)].map((match) => {
    const line = code.slice(0, match.index).split('\n').length;
    let open = code.indexOf('(', match.index);
    let end = closing(code, open);
    if (code[end + 1] === '(') {
      open = end + 1;
      end = closing(code, open);
    }
    return { line, code: code.slice(open, end) };
  });
}

const chinese = /[\u3400-\u9fff\uf900-\ufaff]/;

/** What a person reads in the console is in the two language files, and in both. */
export const untranslated: Rule = (source) => {
  if (source.area !== 'services/console' || source.path.includes('/i18n/') || isTest(source))
    return [];
  return found(source, source.uncommented, chinese, 'has words that belong into i18n');
};

export function languageGaps(): string[] {
  const [zh, en] = ['zh-CN', 'en'].map((language) => {
    const text = readText(`services/console/src/i18n/${language}.json`);
    return text === undefined ? undefined : keysOf(JSON.parse(text));
  });
  if (!zh || !en) return [];
  const missing = (from: string[], into: string[], language: string) =>
    from.filter((key) => !into.includes(key)).map((key) => `${key} is not in ${language}`);
  return [...missing(zh, en, 'en.json'), ...missing(en, zh, 'zh-CN.json')];
}

/** Plural forms differ between languages: they count as one key. */
function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) {
    return [prefix.replace(/_(zero|one|two|few|many|other)$/, '')];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    keysOf(inner, prefix ? `${prefix}.${key}` : key),
  );
}

export const rules: Record<string, Rule> = {
  'decisions are pure': impureDecisions,
  'the environment is read in main.ts and config.ts only': strayEnvironment,
  [`files have at most ${maxLines} lines`]: longFiles,
  [`functions have at most ${maxFunctionLines} lines of their own`]: longFunctions,
  [`lines of code have at most ${maxColumns} columns`]: wideLines,
  'names say something': emptyNames,
  'files are in kebab-case and none is a barrel': fileNames,
  'interfaces have no prefix': prefixedInterfaces,
  'nothing is left to do': leftovers,
  'nothing is any': anything,
  'no test is left out': focused,
  'each test asserts something': silentTests,
  'the words of the console are in its language files': untranslated,
};
