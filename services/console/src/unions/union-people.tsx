import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employer, Officer } from '../shapes.ts';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';

export function Officers({ officers }: { officers: readonly Officer[] | undefined }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <h3>{t('unions.officers')}</h3>
      {!officers || officers.length === 0 ? (
        <p className="note">{t('unions.noOfficers')}</p>
      ) : (
        <TableFrame label={t('unions.officers')} className="table-tight">
          <thead>
            <tr>
              <th scope="col">{t('unions.role')}</th>
              <th scope="col">{t('unions.holder')}</th>
              <th scope="col">{t('unions.appointment')}</th>
              <th scope="col">{t('unions.since')}</th>
            </tr>
          </thead>
          <tbody>
            {officers.map((officer) => (
              <tr key={`${officer.role} ${officer.holderName} ${officer.since}`}>
                <th scope="row">{label('role', officer.role)}</th>
                <td>{officer.holderName}</td>
                <td>{label('appointment', officer.appointment)}</td>
                <td className="date">{officer.since}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </>
  );
}

interface CoveredProps {
  covered: readonly Employer[] | undefined;
}

/** A joint union lists the employers whose workers it stands for. */
export function CoveredEmployers({ covered }: CoveredProps): ReactElement | null {
  const { t } = useTranslation();
  if (!covered || covered.length === 0) return null;
  return (
    <>
      <h3>{t('unions.covered')}</h3>
      <TableFrame label={t('unions.covered')} className="table-tight">
        <thead>
          <tr>
            <th scope="col">{t('unions.employer')}</th>
            <th scope="col">{t('unions.hostUscc')}</th>
            <th scope="col" className="number">
              {t('unions.employees')}
            </th>
          </tr>
        </thead>
        <tbody>
          {covered.map((employer) => (
            <tr key={employer.uscc}>
              <th scope="row">{employer.name}</th>
              <td>
                <code>{employer.uscc}</code>
              </td>
              <td className="number">
                <Figure value={employer.employeeCount} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}
