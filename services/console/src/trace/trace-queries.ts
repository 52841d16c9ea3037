import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';

/** What is traced, as the address says it; one of a voucher, a receipt, a line and a pot. */
export interface TraceAsked {
  unionId: string;
  direction: string;
  voucherNo: string;
  moveN: string;
  receiptId: string;
  lineId: string;
  potKind: string;
  potKey: string;
  potBank: string;
  fromFen: string;
}

export const traceQueries = {
  trace: ({ unionId, moveN, ...rest }: TraceAsked) =>
    queryOptions({
      queryKey: ['trace', unionId, moveN, rest],
      queryFn: () => {
        const asked = Object.entries(rest).filter(([, value]) => value !== '');
        const move = moveN === '' ? {} : { moveN: Number(moveN) };
        const query = { ...Object.fromEntries(asked), ...move, limit: 50 };
        const params = { path: { unionId }, query };
        return answer(client.GET('/ledger/books/{unionId}/trace', { params }));
      },
      placeholderData: keepPreviousData,
    }),
  evidence: (lineId: string) =>
    queryOptions({
      queryKey: ['evidence', lineId],
      queryFn: () => {
        const params = { path: { lineId } };
        return answer(client.GET('/payment-lines/{lineId}/evidence', { params }));
      },
    }),
};
