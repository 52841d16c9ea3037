import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** One file of ours, as text and with what is not code taken out. */
export interface Source {
  /** From the root of the repository, with slashes. */
  path: string;
  /** libs/outbox, services/sync, deploy/local or tests. */
  area: string;
  text: string;
  /** The text with comments blanked; lines and columns stay where they are. */
  uncommented: string;
  /** Also without the contents of strings, templates and regular expressions. */
  code: string;
}

/** Everything written by hand in TypeScript; what is generated, built or installed is left out. */
export function readSources(): Source[] {
  const places = ['libs/*/src', 'services/*', 'deploy/local', 'tests'];
  const files = globSync(
    places.map((place) => `${place}/**/*.{ts,tsx}`),
    { cwd: root, exclude: ['**/node_modules/**', '**/gen/**', '**/dist/**'] },
  );
  return files.map((file) => {
    const name = file.replaceAll(path.sep, '/');
    return toSource(name, readFileSync(path.join(root, file), 'utf8'));
  });
}

export function toSource(name: string, text: string): Source {
  const area = /^(libs\/[^/]+|services\/[^/]+|deploy\/local|tests)/.exec(name)?.[0] ?? '';
  return { path: name, area, text, ...blank(text) };
}

/** A text file of the repository, or undefined where there is none. */
export function readText(name: string): string | undefined {
  try {
    return readFileSync(path.join(root, name), 'utf8');
  } catch {
    return undefined;
  }
}

export function isTest(source: Source): boolean {
  return source.area === 'tests' || /\.test\.tsx?$/.test(source.path);
}

/** Number and text of each line. */
export function linesOf(text: string): [number, string][] {
  return text.split('\n').map((line, n) => [n + 1, line]);
}

const token = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")`,
    // A slash opens a regular expression only where no value can stand before it.
    String.raw`(?<=(?:^|[(,=:[!&|?{;+\n]|=>|return)\s*)(?<regex>\/(?![*/>])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*)`,
    '(?<template>`)',
  ].join('|'),
  'g',
);

function blank(text: string): { uncommented: string; code: string } {
  // By UTF-16 unit, as matches are counted.
  const uncommented = text.split('');
  const code = text.split('');
  const wipe = (into: string[], from: number, to: number) => {
    for (let n = from; n < to; n += 1) if (into[n] !== '\n') into[n] = ' ';
  };
  scan(text, 0, text.length);
  return { uncommented: uncommented.join(''), code: code.join('') };

  function scan(whole: string, from: number, end: number): void {
    token.lastIndex = from;
    for (let match = next(whole, from); match; match = next(whole, token.lastIndex)) {
      if (match.index >= end) return;
      const stop = match.index + match[0].length;
      if (match.groups?.['comment']) {
        wipe(uncommented, match.index, stop);
        wipe(code, match.index, stop);
      } else if (match.groups?.['template']) {
        token.lastIndex = template(whole, stop);
      } else {
        wipe(code, match.index + 1, stop - 1);
      }
    }
  }

  function next(whole: string, from: number): RegExpExecArray | null {
    token.lastIndex = from;
    return token.exec(whole);
  }

  /** Blanks the words of a template and scans what is put in between; answers where it ends. */
  function template(whole: string, from: number): number {
    let at = from;
    while (at < whole.length && whole[at] !== '`') {
      if (whole[at] === '\\') {
        wipe(code, at, at + 2);
        at += 2;
      } else if (whole.startsWith('${', at)) {
        const close = closing(whole, at + 1);
        scan(whole, at + 2, close);
        at = close + 1;
      } else {
        wipe(code, at, at + 1);
        at += 1;
      }
    }
    return at + 1;
  }
}

/** Where the brace or parenthesis at `open` is closed. */
export function closing(text: string, open: number): number {
  const [opens, closes] = text[open] === '(' ? '()' : '{}';
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === opens) depth += 1;
    if (text[at] === closes) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** A function with a block body. */
export interface Body {
  name: string;
  /** The number of its first line. */
  line: number;
  /** What stands before the opening brace on its line. */
  head: string;
  code: string;
  /** Lines of its own, those of functions inside it not counted. */
  ownLines: number;
}

/** What may stand between the parameters and the body: an arrow, a type. */
const opensFunction = /\)(\s*:\s*(\{[^{}]*\}|[^;{}()=])*)?(\s*=>)?\s*$/;
const opensBlock = /\b(if|for|while|switch|catch|with)\s*$/;

/** Every function with a block body, inner ones included; of arrows those with parameters in parentheses. */
export function functionsOf({ code: whole }: Source): Body[] {
  const found: (Body & { from: number; to: number })[] = [];
  for (let open = whole.indexOf('{'); open >= 0; open = whole.indexOf('{', open + 1)) {
    const before = headBefore(whole.slice(Math.max(0, open - 1000), open));
    if (before === undefined || opensBlock.test(before)) continue;
    const to = closing(whole, open);
    found.push({
      name:
        /([A-Za-z_$][\w$]*)\s*(?:<[^()]*>)?\s*(?:[:=]\s*(?:async\s*)?)?$/.exec(before)?.[1] ?? 'it',
      line: whole.slice(0, open).split('\n').length,
      head: before.split('\n').at(-1) ?? '',
      code: whole.slice(open, to + 1),
      from: open,
      to,
      ownLines: 0,
    });
  }
  for (const one of found) one.ownLines = ownLinesOf(one, found);
  return found;
}

/** What stands before the parameters of a body that opens here; undefined where no function does. */
function headBefore(before: string): string | undefined {
  const end = opensFunction.exec(before)?.index;
  if (end === undefined) return undefined;
  let depth = 0;
  for (let at = end; at >= 0; at -= 1) {
    if (before[at] === ')') depth += 1;
    if (before[at] === '(') depth -= 1;
    if (depth === 0) return before.slice(0, at);
  }
  return undefined;
}

type Placed = Body & { from: number; to: number };

function ownLinesOf(one: Placed, all: readonly Placed[]): number {
  const inside = all.filter((other) => other.from > one.from && other.to < one.to);
  const outermost = inside.filter(
    (other) => !inside.some((wide) => wide.from < other.from && wide.to > other.to),
  );
  const lines = ({ code }: Body) => code.split('\n').length - 1;
  return lines(one) - outermost.reduce((sum, other) => sum + lines(other), 0);
}
