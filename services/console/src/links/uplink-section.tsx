import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Uplink } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Empty, Section } from '../ui/page.tsx';

/** What this node has said upward, and how much of it is known to be safe there. */
export function UplinkSection({ uplink }: { uplink: Uplink | undefined }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (uplink === undefined || uplink.superior === '') {
    return (
      <Section title={t('links.up')}>
        <Empty title={t('links.noUp')}>{t('links.noUpNext')}</Empty>
      </Section>
    );
  }
  const open = BigInt(uplink.lastPosition) - BigInt(uplink.receiptedPosition);
  return (
    <Section title={t('links.up')} note={t('links.upNote')}>
      {uplink.alarm !== '' && (
        <div className="problem" role="alert">
          <Icon name="warning" />
          <div>
            <p className="problem-title">{label('alarm', uplink.alarm)}</p>
            <p>{t('links.alarmNext')}</p>
          </div>
        </div>
      )}
      <div className="chips">
        {uplink.connected ? (
          <Chip tone="good" icon="check">
            {t('links.connected', { node: uplink.superior })}
          </Chip>
        ) : (
          <Chip tone="warn" icon="warning">
            {t('links.disconnected', { node: uplink.superior })}
          </Chip>
        )}
      </div>
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
    </Section>
  );
}
