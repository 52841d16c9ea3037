import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import type { AccessEntry } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';

/** In which duty, when, what and why; the account's own name is the node's to know. */
export function AccessTable({ entries }: { entries: readonly AccessEntry[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <TableFrame label={t('access.title')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('access.at')}</th>
          <th scope="col">{t('access.who')}</th>
          <th scope="col">{t('access.what')}</th>
          <th scope="col">{t('access.how')}</th>
          <th scope="col">{t('access.why')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.at} ${entry.accountId} ${entry.how} ${entry.fields.join()}`}>
            <th scope="row" className="date">
              {moment(entry.at)}
            </th>
            <td>
              {label('duty', entry.duty)}
              {' · '}
              {entry.scopeUnionName || t('access.otherUnion')}
            </td>
            <td>
              {entry.fields.map((field) => label('reveal.field', field)).join(t('access.and'))}
            </td>
            <td>{label('accessHow', entry.how)}</td>
            <td>
              {entry.reasonCode !== '' && label('revealReason', entry.reasonCode)}
              {entry.reason !== '' && <span className="quiet"> {entry.reason}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
