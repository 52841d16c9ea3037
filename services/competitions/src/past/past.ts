import { id, text } from '@gonglian/service/fields.ts';

/** Who submitted what an old list names. */
export const pastAuthor = { unionId: id, personName: text(50), idNumber: text(18) };
