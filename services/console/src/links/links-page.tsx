import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { DownlinksSection } from './downlinks-section.tsx';
import { HealthLead } from './health-lead.tsx';
import { NodeSection } from './node-section.tsx';
import { ReportButton } from './report-button.tsx';
import { UplinkSection } from './uplink-section.tsx';
import { VerificationSection } from './verification-section.tsx';

/** The health of this node, as far as it can tell: its links above and below, and whether its numbers hold. */
export default function LinksPage(): ReactElement {
  const { t } = useTranslation();
  const links = useQuery(queries.links());
  const node = useQuery(queries.node());
  const verify = useMutation({
    mutationFn: () => answer(client.POST('/verifications', { body: { waitSeconds: 30 } })),
  });
  const known = { node: node.data, links: links.data, verification: verify.data };
  return (
    <Page
      title={t('links.title')}
      lead={links.data ? <HealthLead links={links.data} /> : t('links.lead')}
      tools={<ReportButton known={known} />}
    >
      <Loaded query={links} lines={8}>
        {(shown) => (
          <>
            {node.data && <NodeSection node={node.data} />}
            <UplinkSection uplink={shown.uplink ?? undefined} verification={verify.data} />
            <DownlinksSection downlinks={shown.downlinks ?? []} verification={verify.data} />
          </>
        )}
      </Loaded>
      <VerificationSection verify={verify} />
      <RejectedSection problems={verify.data?.problems} />
      <Section title={t('links.notShown')}>
        <p className="note">{t('links.notShownText')}</p>
      </Section>
    </Page>
  );
}

/** What was not taken is found by counting again; there is no list of single messages. */
function RejectedSection({ problems }: { problems: readonly string[] | undefined }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('links.rejected')} note={t('links.rejectedNote')}>
      {problems === undefined && <p className="note">{t('links.rejectedUnknown')}</p>}
      {problems?.length === 0 && <p>{t('links.rejectedNone')}</p>}
      {problems !== undefined && problems.length > 0 && (
        <ul className="problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
