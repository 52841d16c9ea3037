import { z } from 'zod';

/** What a session's cookie holds: what opens the session, the duty that was chosen in it, and how it began. */
export const SessionCookie = z.object({
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  duty: z.string(),
  /** The provider said that it asked for two factors. */
  mfa: z.boolean().default(false),
});
export type SessionCookie = z.output<typeof SessionCookie>;
