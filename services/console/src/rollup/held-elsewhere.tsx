import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportingUnion } from '../shapes.ts';
import { Empty } from '../ui/page.tsx';

/** Records stay with the node that owns them; here only what it reported is known. */
export function HeldElsewhere({ union }: { union: ReportingUnion }): ReactElement {
  const { t } = useTranslation();
  return (
    <Empty title={t('rollup.heldElsewhere', { name: union.name, node: union.node })}>
      {t('rollup.heldElsewhereNext')}
    </Empty>
  );
}
