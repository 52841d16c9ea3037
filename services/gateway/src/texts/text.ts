/**
 * What a code is answered with over HTTP, and what it says in Chinese and in English: which rule,
 * and what to do next. Words are those of docs/glossary.md. A code that also stands in a row of an
 * answer (a batch, an import) says there the same.
 */
export type Text = readonly [status: number, zh: string, en: string];

export type Texts = Readonly<Record<string, Text>>;
