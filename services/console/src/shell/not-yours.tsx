import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { screens } from '../screens.ts';
import type { ScreenName } from '../screens.ts';
import type { Screen } from '../screen.ts';
import type { HeldDuty } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Page } from '../ui/page.tsx';
import { WhyNot } from '../ui/why-not.tsx';

interface Props {
  name: ScreenName;
  duty: HeldDuty;
}

/** A screen that the duty of this session does not open, refused before anything is asked. */
export function NotYours({ name, duty }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const screen: Screen = screens[name];
  const tooNarrow = screen.duties.some((one) => one === duty.duty);
  return (
    <Page title={t(`${name}.title`)}>
      <WhyNot
        title={t('whyNot.screen')}
        code={tooNarrow ? 'SCOPE_TOO_NARROW' : 'PERMISSION_MISSING'}
        permission={screen.permission}
        rule={
          tooNarrow
            ? t('whyNot.wholeNode')
            : t('whyNot.needs', {
                duties: screen.duties.map((one) => label('duty', one)).join(t('whyNot.or')),
              })
        }
      />
    </Page>
  );
}
