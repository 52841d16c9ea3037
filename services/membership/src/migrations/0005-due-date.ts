/** A correction may be asked before the holidays of the year are known in which it falls due. */
export const dueDates = {
  name: '0005-due-date',
  sql: `alter table correction alter column due_on drop not null;`,
};
