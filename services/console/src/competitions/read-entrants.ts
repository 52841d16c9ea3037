// Who is entered, a person a line: name, ID number, skill grade, member number; the last two may be left out.

export interface Entrant {
  personName: string;
  idNumber: string;
  skillGrade: number;
  memberNo: string;
}

/** The lines that could not be read, by their number from one. */
export interface ReadEntrants {
  entrants: Entrant[];
  wrong: number[];
}

export function readEntrants(text: string): ReadEntrants {
  const read: ReadEntrants = { entrants: [], wrong: [] };
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const cells = line.trim().split(/[,，\t ]+/);
    const [personName = '', idNumber = '', grade = '0', memberNo = ''] = cells;
    const form = /^(\d{15}|\d{17}[\dXx])$/.test(idNumber) && /^[0-5]$/.test(grade);
    if (personName === '' || !form || cells.length > 4) read.wrong.push(at + 1);
    else
      read.entrants.push({
        personName,
        idNumber: idNumber.toUpperCase(),
        skillGrade: Number(grade),
        memberNo,
      });
  }
  return read;
}
