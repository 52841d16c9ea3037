// What a screen is, and the duties that it may be of use in.
import type { ComponentType, LazyExoticComponent } from 'react';

/** The duties of the node's policy (libs/kernel/src/permission/holder.ts), in the order of a person's choice. */
export const duties = [
  'clerk',
  'chair',
  'supervisor',
  'finance',
  'auditor',
  'admin',
  'member',
] as const;
export type DutyName = (typeof duties)[number];

export interface Screen {
  page: LazyExoticComponent<ComponentType>;
  /** Who finds it in the menu and may open it. */
  duties: readonly DutyName[];
  /** What the gateway asks for before it answers this screen; said where the screen is refused. */
  permission: string;
  /** Of use only to a duty over the whole node. */
  wholeNode?: true;
  /** Reached from another screen, so not in the menu. */
  unlisted?: true;
  /** What may follow its name in the address, as a route says it. */
  below?: string;
  /** The address, where it is not the name. */
  path?: string;
}
