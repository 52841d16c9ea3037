import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Uplink, Verification } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Empty, Section } from '../ui/page.tsx';
import { backlogOf } from './node-health.ts';

interface Props {
  uplink: Uplink | undefined;
  verification: Verification | undefined;
}

/** What this node has said upward, and how much of it is known to be safe there. */
export function UplinkSection({ uplink, verification }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (uplink === undefined || uplink.superior === '') {
    return (
      <Section title={t('links.up')}>
        <Empty title={t('links.noUp')}>{t('links.noUpNext')}</Empty>
      </Section>
    );
  }
  const { superior, connected, alarm } = uplink;
  return (
    <Section title={t('links.up')} note={t('links.upNote')}>
      {alarm !== '' && (
        <div className="problem" role="alert">
          <Icon name="warning" />
          <div>
            <p className="problem-title">{label('alarm', alarm)}</p>
            <p>{t('links.alarmNext')}</p>
          </div>
        </div>
      )}
      <div className="chips">
        <Chip tone={connected ? 'good' : 'warn'} icon={connected ? 'check' : 'warning'}>
          {t(connected ? 'links.connected' : 'links.disconnected', { node: superior })}
        </Chip>
      </div>
      <Counters uplink={uplink} />
      <p className="note">
        {t('links.root')}
        {': '}
        {verification?.upwardRoot ? <code>{verification.upwardRoot}</code> : t('links.askCheck')}
      </p>
    </Section>
  );
}

function Counters({ uplink }: { uplink: Uplink }): ReactElement {
  const { t } = useTranslation();
  const open = backlogOf(uplink);
  return (
    <dl className="steps">
      <div>
        <dt>{t('links.last')}</dt>
        <dd>
          <Figure value={uplink.lastPosition} />
        </dd>
      </div>
      <div>
        <dt>{t('links.sent')}</dt>
        <dd>
          <Figure value={uplink.sentPosition} />
        </dd>
      </div>
      <div>
        <dt>{t('links.receipted')}</dt>
        <dd>
          <Figure value={uplink.receiptedPosition} />
        </dd>
      </div>
      <div>
        <dt>{t('links.open')}</dt>
        <dd>
          <Figure value={open} />
          {open > 0n && (
            <span className="unit"> {t('links.waited', { seconds: uplink.lagSeconds })}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
