import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NominationFile } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';

/** The three publicities, as far as they have begun. */
export function Publicities({ items }: { items: NominationFile['publicities'] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (items.length === 0) return <p>{t('nominations.noPublicities')}</p>;
  return (
    <TableFrame label={t('nominations.publicities')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('nominations.stage')}</th>
          <th scope="col">{t('nominations.field.channel')}</th>
          <th scope="col">{t('nominations.startsOn')}</th>
          <th scope="col">{t('nominations.endsOn')}</th>
          <th scope="col" className="number">
            {t('nominations.workingDays')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.stage}>
            <th scope="row">{label('honourStage', one.stage)}</th>
            <td data-label={t('nominations.field.channel')}>{one.channel}</td>
            <td className="date" data-label={t('nominations.startsOn')}>
              {one.startsOn}
            </td>
            <td className="date" data-label={t('nominations.endsOn')}>
              {one.endsOn}
            </td>
            <td className="number" data-label={t('nominations.workingDays')}>
              {one.workingDays}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
