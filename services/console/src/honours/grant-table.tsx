import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HonourGrant } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';
import { useNominee } from './nomination-words.tsx';
import { useHonourName } from './use-honours.ts';

const TONES: Readonly<Record<string, Tone>> = { LIVING: 'good', WITHDRAWN: 'bad' };

interface Props {
  items: readonly HonourGrant[];
  label: string;
  /** What may be done with one, in a column of its own. */
  act?: readonly [heading: string, of: (grant: HonourGrant) => ReactNode];
}

/** Who was honoured with what, and whether it still stands. */
export function GrantTable({ items, label, act }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={label} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('roll.holder')}</th>
          <th scope="col">{t('honours.honour')}</th>
          <th scope="col">{t('nominations.union')}</th>
          <th scope="col">{t('certificates.grantedOn')}</th>
          <th scope="col">{t('certificates.document')}</th>
          <th scope="col">{t('roll.standing')}</th>
          {act && <th scope="col">{act[0]}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((grant) => (
          <Row key={grant.grantId} grant={grant} act={act} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function Row({ grant, act }: { grant: HonourGrant; act: Props['act'] }): ReactElement {
  const { t } = useTranslation();
  const nameOf = useHonourName();
  const name = nameOf({ ...grant, name: grant.honourName });
  return (
    <tr className={grant.revokedOn === '' ? '' : 'honour-gone'}>
      <th scope="row">
        <Holder grant={grant} />
      </th>
      <td data-label={t('honours.honour')}>
        <Link to={`/certificates/${grant.grantId}`}>{name}</Link>
        <span className="payment-part">{grant.certificateNo}</span>
      </td>
      <td data-label={t('nominations.union')}>{grant.unionName || '–'}</td>
      <td className="date" data-label={t('certificates.grantedOn')}>
        {grant.grantedOn}
      </td>
      <td data-label={t('certificates.document')}>{grant.documentNo}</td>
      <td data-label={t('roll.standing')}>
        <Standing grant={grant} />
      </td>
      {act && <td data-label={act[0]}>{act[1](grant)}</td>}
    </tr>
  );
}

/** A person leads to all his honours. */
function Holder({ grant }: { grant: HonourGrant }): ReactElement {
  const nomineeOf = useNominee();
  const name = nomineeOf(grant);
  if (grant.personId === '') return <>{name}</>;
  return <Link to={`/honour-roll?personId=${grant.personId}`}>{name}</Link>;
}

function Standing({ grant }: { grant: HonourGrant }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (grant.revokedOn !== '')
    return <Chip tone="bad">{t('certificates.wasRevoked', { day: grant.revokedOn })}</Chip>;
  if (grant.standing === '') return <Chip tone="good">{t('certificates.valid')}</Chip>;
  return (
    <Chip tone={TONES[grant.standing] ?? 'plain'}>{label('honourStanding', grant.standing)}</Chip>
  );
}
