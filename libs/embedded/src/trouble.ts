/** Something about the machine that its user can mend: its message is shown alone, without a stack. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}
