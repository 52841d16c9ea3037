import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import { queries, startDuty } from '../queries.ts';

/** Takes up one of the duties one holds: what was seen in the last one is forgotten. */
export function useChoosing() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (dutyId: string) => answer(client.POST('/session/duty', { body: { dutyId } })),
    onSuccess: async (session) => {
      startDuty(cache, session);
      await navigate('/');
    },
    // A duty that ended meanwhile is not offered again.
    onError: () => cache.invalidateQueries({ queryKey: queries.session().queryKey }),
  });
}
