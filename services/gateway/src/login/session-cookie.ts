import { z } from 'zod';

/** What a session's cookie holds: what opens the session, and the duty that was chosen in it. */
export const SessionCookie = z.object({
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  duty: z.string(),
});
export type SessionCookie = z.output<typeof SessionCookie>;
