// What was typed to find somebody. It is never in an address. A name stays in memory, so that the way back from a record
// leads to the same list; a number stays nowhere: it goes into one request, and the field is emptied.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { findMembers, memberQueries } from './members-queries.ts';
import type { MembersFilter } from './members-queries.ts';

const digitsOfANumber = 6;
const remembered = ['member-search-text'];

/** Whether a text may be a document's or a phone's number. */
export function isNumber(text: string): boolean {
  return text.replaceAll(/\D/g, '').length >= digitsOfANumber;
}

/** Enough of a number to know which one was meant, and not more. */
export function numberEnd(text: string): string {
  return text.replaceAll(/\s/g, '').slice(-4);
}

export function useSearch(filter: MembersFilter) {
  const cache = useQueryClient();
  const [text, setText] = useState(() => cache.getQueryData<string>(remembered) ?? '');
  const [end, setEnd] = useState('');
  const [cursor, setCursor] = useState('');
  const byText = useQuery({
    ...memberQueries.search(text, filter, cursor),
    enabled: text !== '',
  });
  const byNumber = useMutation({
    mutationFn: (number: string) => findMembers(number, filter),
    gcTime: 0,
  });
  const keep = (kept: string): void => {
    setText(kept);
    setCursor('');
    cache.setQueryData(remembered, kept);
  };
  return {
    text,
    /** The last characters of the number that was asked for; empty for a search by name. */
    end,
    cursor,
    setCursor,
    isOn: text !== '' || end !== '',
    query: end === '' ? byText : { ...byNumber, isPlaceholderData: false, refetch: byText.refetch },
    find(typed: string) {
      byNumber.reset();
      if (isNumber(typed)) {
        keep('');
        setEnd(numberEnd(typed));
        byNumber.mutate(typed);
      } else {
        setEnd('');
        keep(typed);
      }
    },
    /** The list is of other people now; a number is asked for anew by who still knows it. */
    refilter() {
      byNumber.reset();
      setEnd('');
      setCursor('');
    },
    clear() {
      byNumber.reset();
      setEnd('');
      keep('');
    },
  };
}
