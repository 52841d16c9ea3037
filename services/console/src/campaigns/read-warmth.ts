// Who is given money, as it is pasted from a list: a person a line.
import { fenOf } from '../settlements/fen.ts';

/** Name, number, yuan, account and bank code, parted by commas or tabs; empty lines are left out. */
export function readWarmth(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [personName = '', idNumber = '', yuan = '', accountNumber = '', bankCode = ''] = line
        .split(/[,，\t]/)
        .map((part) => part.trim());
      return { personName, idNumber, amountFen: fenOf(yuan), accountNumber, bankCode };
    });
}
