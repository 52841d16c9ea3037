// Who is to take part, as a list has it: name, number, insurance; parted as a table pasted from a spreadsheet is, or by commas.

/** In Chinese or in English. */
const RESIDENT = /\u5c45\u6c11|resident/iu;
const NUMBER = /\d{14}/u;

export const PEOPLE_MAX = 1_000;

export interface ReadPerson {
  personName: string;
  idNumber: string;
  insurance: 'EMPLOYEE' | 'RESIDENT';
}

/** A first line without any number names the columns, and is left out. Insurance is the employees' where nobody says. */
export function readPeople(text: string): ReadPerson[] {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const rows = NUMBER.test(lines[0] ?? '') ? lines : lines.slice(1);
  return rows.map((line) => {
    const [personName = '', idNumber = '', insurance = ''] = line
      .split(/[\t,，;；]/u)
      .map((cell) => cell.trim().replace(/^["']+|["']+$/gu, ''));
    return {
      personName,
      idNumber: idNumber.toUpperCase(),
      insurance: RESIDENT.test(insurance) ? 'RESIDENT' : 'EMPLOYEE',
    };
  });
}

/** A list that a spreadsheet in China saved is often in GB 18030. */
export async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
