interface Group {
  groupName: string;
  travelsFrom: string;
  places: number;
}

/** Groups as they were typed, one a line: its name, the day it leaves, its places. */
export function readGroups(lines: string): Group[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [groupName = '', travelsFrom = '', places = ''] = line.split(/[,，\t ]+/);
      // What is no number is no place, which the node refuses by its rule.
      return { groupName, travelsFrom, places: /^\d+$/.test(places) ? Number(places) : 0 };
    });
}
