const CARD = /^\d{12,19}$/;

/** Whether a text is a bank card number of 12–19 digits with a right last digit (ISO/IEC 7812, domain §9.15). */
export function isBankCard(text: string): boolean {
  if (!CARD.test(text)) return false;
  const sum = Array.from(text, Number)
    .toReversed()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digit : doubled(digit)), 0);
  return sum % 10 === 0;
}

function doubled(digit: number): number {
  return digit < 5 ? digit * 2 : digit * 2 - 9;
}
