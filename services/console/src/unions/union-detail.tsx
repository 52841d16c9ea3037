import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import type { Union } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { Figure } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { useIndustry, useLabels } from '../ui/labels.ts';
import { Empty, Loaded } from '../ui/page.tsx';
import { DueChip } from './due-chip.tsx';
import { UnionHistory } from './union-history.tsx';
import { CoveredEmployers, Officers } from './union-people.tsx';

interface Props {
  id: string;
  asOf: string;
  onChoose: (id: string) => void;
}

export function UnionDetail({ id, asOf, onChoose }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useQuery({ ...queries.union(id, asOf), enabled: id !== '' });
  if (id === '') return <Empty title={t('unions.choose')}>{t('unions.chooseNext')}</Empty>;
  return (
    <>
      <button type="button" className="button detail-back" onClick={() => onChoose('')}>
        <Icon name="back" />
        {t('unions.backToList')}
      </button>
      <Loaded query={query} lines={12}>
        {(union) => (
          <article className="detail" aria-label={union.name}>
            <UnionHead union={union} />
            <UnionFacts union={union} onChoose={onChoose} />
            <Officers officers={union.officers} />
            <CoveredEmployers covered={union.covered} />
            <UnionHistory id={id} />
          </article>
        )}
      </Loaded>
    </>
  );
}

function UnionHead({ union }: { union: Union }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <h2>{union.name}</h2>
      <div className="chips">
        <Chip tone={union.status === 'ACTIVE' ? 'good' : 'warn'}>
          {label('unionStatus', union.status)}
        </Chip>
        <Chip>{label('level', union.level)}</Chip>
        <Chip>{label('kind', union.kind)}</Chip>
        <DueChip state={union.dueState} />
      </div>
      <p className="detail-links">
        <Link to={`/members?unionId=${union.unionId}`}>{t('unions.toMembers')}</Link>
        {reports(union.level) && (
          <Link to={`/rollup?unionId=${union.unionId}`}>{t('unions.toRollup')}</Link>
        )}
      </p>
    </>
  );
}

/** Numbers are reported for federations and townships, not below. */
function reports(level: string): boolean {
  return ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP'].includes(level);
}

function UnionFacts({ union, onChoose }: { union: Union; onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const label = useLabels();
  const industry = useIndustry();
  const parent = union.parentId !== '' && (
    <button type="button" className="pick" onClick={() => onChoose(union.parentId)}>
      {union.parentName}
    </button>
  );
  const term = union.termStart !== '' && `${union.termStart} – ${union.termEnd}`;
  return (
    <Facts
      of={[
        [t('unions.parent'), parent || ''],
        [t('unions.region'), [union.regionName, union.regionCode].join(' ').trim()],
        [t('unions.uscc'), union.uscc && <code>{union.uscc}</code>],
        [t('unions.establishedOn'), union.establishedOn],
        [t('unions.approvalDocNo'), union.approvalDocNo],
        [t('unions.dissolvedOn'), union.dissolvedOn],
        [t('unions.termNo'), union.termNo > 0 ? union.termNo : ''],
        [t('unions.term'), term || ''],
        [t('unions.host'), union.hostName],
        [t('unions.hostUscc'), union.hostUscc && <code>{union.hostUscc}</code>],
        [t('unions.unitType'), union.unitType && label('unitType', union.unitType)],
        [t('unions.industry'), industry(union.industry)],
        [
          t('unions.employees'),
          union.hostEmployeeCount > 0 ? <Figure value={union.hostEmployeeCount} /> : '',
        ],
        [t('unions.childCount'), union.childCount > 0 ? <Figure value={union.childCount} /> : ''],
        [t('unions.recordVersion'), union.version],
      ]}
    />
  );
}
