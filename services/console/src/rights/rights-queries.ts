import { queryOptions } from '@tanstack/react-query';
import { askAgainMs, pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

export interface OrdersOf {
  unionId: string;
  state: string;
  light: string;
  mine: boolean;
}
interface OfState {
  unionId: string;
  state: string;
}

export const rightsQueries = {
  orders: (of: OrdersOf) =>
    recordPages(['work-orders', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/work-orders', { params: { query } }));
    }),
  /** What a neighbour does with it comes by letter, in its own time. */
  order: (orderId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'work-order', orderId],
      queryFn: () => {
        const params = { path: { orderId } };
        return answer(client.GET('/work-orders/{orderId}', { params }));
      },
      refetchInterval: askAgainMs,
    }),
  figures: (of: { unionId: string; fromOn: string; toOn: string }) =>
    queryOptions({
      queryKey: [...RECORDS, 'work-order-figures', of],
      queryFn: () => answer(client.GET('/work-order-figures', { params: { query: of } })),
    }),
  desks: () =>
    queryOptions({
      queryKey: [...RECORDS, 'work-order-desks'],
      queryFn: () => answer(client.GET('/work-order-desks')),
      refetchInterval: askAgainMs,
    }),
  mediations: (of: OfState) =>
    recordPages(['mediations', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/mediations', { params: { query } }));
    }),
  mediation: (mediationId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'mediation', mediationId],
      queryFn: () => {
        const params = { path: { mediationId } };
        return answer(client.GET('/mediations/{mediationId}', { params }));
      },
    }),
  legalAids: (of: OfState) =>
    recordPages(['legal-aids', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/legal-aid', { params: { query } }));
    }),
  legalAid: (legalAidId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'legal-aid', legalAidId],
      queryFn: () => {
        const params = { path: { legalAidId } };
        return answer(client.GET('/legal-aid/{legalAidId}', { params }));
      },
    }),
  professionals: (of: { unionId: string; profession: string; onDutyOn: string }) =>
    recordPages(['professionals', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/professionals', { params: { query } }));
    }),
};
