import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../shapes.ts';
import { ActionDialog } from './action-dialog.tsx';
import { actionsFor } from './actions.ts';
import type { ActionName } from './actions.ts';
import { memberQueries } from './members-queries.ts';
import { useDuty } from './use-duty.ts';

/** What is usually done, and done gladly. */
const welcomed: readonly ActionName[] = ['approve', 'reactivate'];

interface Props {
  member: Member;
  /** In a row, which is gone once it is done: the list says what was. */
  short?: boolean;
  onDone?: (words: string) => void;
}

/** What this duty can do with this membership; who can do nothing is told why. */
export function MemberActions({ member, short = false, onDone }: Props): ReactElement | null {
  const { t } = useTranslation();
  const { isDesk } = useDuty();
  const [asked, setAsked] = useState<ActionName>();
  const [done, setDone] = useState<ActionName>();
  const open = useQuery({ ...memberQueries.openTransferOf(member.memberId), enabled: !short });
  // Who is on the way already is not sent on another.
  const possible = actionsFor(member.state).filter((name) => name !== 'transfer' || !open.data);
  if (!isDesk || possible.length === 0) {
    if (short) return null;
    return (
      <p className="note record-note">{t(isDesk ? 'members.nothingToDo' : 'members.readsOnly')}</p>
    );
  }
  return (
    <>
      <div className={short ? 'acts acts-short' : 'acts'}>
        {possible.map((name) => (
          <button
            key={name}
            type="button"
            className={welcomed.includes(name) ? 'button button-main' : 'button'}
            onClick={() => setAsked(name)}
          >
            {t(`memberAction.${name}.do`)}
            {short && <span className="hidden"> {member.name || member.nameMasked}</span>}
          </button>
        ))}
      </div>
      {done && !short && (
        <p className="note record-note" role="status">
          {t(`memberAction.${done}.done`)}
        </p>
      )}
      {asked && (
        <ActionDialog
          name={asked}
          member={member}
          onClose={() => setAsked(undefined)}
          onDone={(name) => {
            setAsked(undefined);
            setDone(name);
            onDone?.(`${member.name || member.nameMasked} ${t(`memberAction.${name}.done`)}`);
          }}
        />
      )}
    </>
  );
}
