import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts, Session } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { AccountMenu } from './account-menu.tsx';
import { DutySwitch } from './duty-switch.tsx';
import { JobTray } from './job-tray.tsx';
import { ScreenChoices } from './screen-choices.tsx';

interface Props {
  session: Session;
  node: NodeFacts;
  live: boolean;
}

/** Whose numbers these are and in what duty one looks at them, always in sight. */
export function Header({ session, node, live }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <header className="header">
      <div className="header-node">
        <img src="/mark.svg" alt="" width="30" height="30" />
        <span className="node-name" lang="zh-CN">
          {node.name}
        </span>
        <span className="node-level">{label('level', node.level)}</span>
      </div>
      <div className="header-self">
        <span className={live ? 'live live-on' : 'live'} role="status">
          {live ? t('live.on') : t('live.off')}
        </span>
        <DutySwitch session={session} />
        <JobTray session={session} node={node} />
        <ScreenChoices />
        <AccountMenu session={session} />
      </div>
    </header>
  );
}
