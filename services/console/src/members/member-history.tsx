import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MembershipSpell } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';

/** Every stretch of membership; who moved stands in two of them. */
export function MemberHistory({ spells }: { spells: readonly MembershipSpell[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (spells.length === 0) return <p className="note">{t('members.noSpells')}</p>;
  return (
    <>
      <ol className="timeline">
        {spells.map((spell) => (
          <li key={`${spell.unionId} ${spell.startedOn}`}>
            <span className="date">
              {spell.startedOn} – {spell.endedOn || t('members.now')}
            </span>
            <strong>{spell.unionName}</strong>
            <span className="quiet">
              {label('spell', spell.startKind)}
              {spell.endKind !== '' && ` → ${label('spell', spell.endKind)}`}
            </span>
          </li>
        ))}
      </ol>
      <p className="note">{t('members.spellsNote')}</p>
    </>
  );
}
