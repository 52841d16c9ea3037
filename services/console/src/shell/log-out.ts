import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { prefer } from '../preferences.ts';
import { endSession } from '../queries.ts';

/** Ends the session here, and at the provider where it says how. */
export function useLogOut(): () => void {
  const cache = useQueryClient();
  const logOut = useMutation({
    mutationFn: () => answer(client.DELETE('/session')),
    onSuccess: ({ logOutUrl }) => {
      if (logOutUrl !== null) window.location.assign(logOutUrl);
    },
    onSettled: () => {
      // The gateway has the browser clear its storage; how one likes the screen is no secret.
      prefer({});
      endSession(cache);
    },
  });
  return () => logOut.mutate();
}
