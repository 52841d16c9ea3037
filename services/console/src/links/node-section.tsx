import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';

export function NodeSection({ node }: { node: NodeFacts }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <Section title={t('links.self')}>
      <Facts
        of={[
          [t('links.nodeName'), `${node.name} · ${label('level', node.level)}`],
          [t('links.code'), <code key="region">{node.region}</code>],
          [t('links.superiorNode'), node.superior ?? t('links.none')],
          [t('links.subordinateNodes'), node.subordinates.join(' · ') || t('links.none')],
          [t('links.version'), t('links.versionUnknown')],
        ]}
      />
    </Section>
  );
}
