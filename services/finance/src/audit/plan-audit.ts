// Who audits whom, for which months, and by whose order: the plan, before anybody is told.
import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { parseUscc } from '@gonglian/kernel/uscc.ts';
import { code, id, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { requireLivingUnion } from '../budget/require-union.ts';
import { command, type Sql } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { AUDIT_KINDS, SCOPE_KINDS, viewNow, type AuditKind } from './audit.ts';
import { decideAuditorNode } from './auditor-node.ts';
import { requireIndependent } from './require-independent.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not_a_month');
const TEAM_MAX = 20;

const PlanAudit = z.strictObject({
  unionId: id,
  kind: code(AUDIT_KINDS),
  title: text(100),
  periodFrom: month,
  periodTo: month,
  basis: text(200),
  auditors: z
    .array(text(100))
    .max(TEAM_MAX, 'too_many')
    .refine((ids) => new Set(ids).size === ids.length, 'twice'),
  firmName: optionalText(100),
  firmUscc: optionalText(18),
  followsAuditId: optionalId,
  scopeKind: z.string().pipe(z.enum(SCOPE_KINDS, 'unknown_code')),
  scopeCode: optionalText(64),
  auditorNode: optionalText(12),
  auditorNodeName: optionalText(100),
});
type PlanAudit = z.output<typeof PlanAudit>;

/** The union whose committee audits, the fewest of a team, where it is, and what is followed up. */
export interface Planning {
  scope: string;
  /** Region codes of this node and of the one above it, and the union that is this node's own. */
  node: string;
  superior: string | null;
  rootUnionId: string;
  teamMin: number;
  today: string;
  follows: { unionId: string; state: string } | undefined;
}

/** In the order of refusals: months, kind, scope, whose auditors, firm, team, what is followed. */
export function decidePlan(ask: PlanAudit, planning: Planning): void {
  const { scope, teamMin, today, follows } = planning;
  if (ask.periodTo < ask.periodFrom || ask.periodTo > today.slice(0, 7))
    throw refused('AUDIT_PERIOD_WRONG', { from: ask.periodFrom, to: ask.periodTo });
  // Whoever comes from another federation is never of the own level.
  const own = ask.unionId === scope && ask.auditorNode === '';
  const wrong: readonly AuditKind[] = own ? ['DOWNWARD'] : ['SAME_LEVEL'];
  if (wrong.includes(ask.kind)) throw refused('AUDIT_KIND_WRONG', { kind: ask.kind });
  decideScope(ask);
  decideAuditorNode(ask, planning);
  decideFirm(ask);
  const needed = ask.firmName === '' ? teamMin : 1;
  if (ask.auditors.length < needed) throw refused('AUDIT_TEAM_TOO_SMALL', { needed });
  decideFollowed(ask, follows);
}

function decideFollowed(ask: PlanAudit, follows: Planning['follows']): void {
  if ((ask.kind === 'FOLLOW_UP') !== (ask.followsAuditId !== ''))
    throw invalid('FIELD_INVALID', { field: 'followsAuditId', rule: 'kind' });
  if (ask.followsAuditId === '') return;
  if (follows?.unionId !== ask.unionId)
    throw notFound('AUDIT_UNKNOWN', { auditId: ask.followsAuditId });
  if (!['DECIDED', 'CLOSED'].includes(follows.state))
    throw refused('AUDIT_NOT_DECIDED', { state: follows.state });
}

const BUDGET_SOURCES = ['fiscal', 'union'];

/** Only a special audit is of a part of the books; a source is one that budgets know. */
function decideScope({ kind, scopeKind, scopeCode }: PlanAudit): void {
  const whole = scopeKind === '' && scopeCode === '';
  const part = kind === 'SPECIAL' && scopeKind !== '' && scopeCode !== '';
  const known = scopeKind !== 'SOURCE' || BUDGET_SOURCES.includes(scopeCode);
  if (!whole && !(part && known)) throw refused('AUDIT_SCOPE_WRONG', { scopeKind });
}

function decideFirm({ firmName, firmUscc }: PlanAudit): void {
  if (firmName === '' && firmUscc === '') return;
  const parsed = parseUscc(firmUscc);
  if (firmName === '' || !parsed.ok || parsed.role !== 'not_union')
    throw refused('AUDIT_FIRM_WRONG');
}

export const planAudit = command({
  schema: PlanAudit,
  permission: 'finance.audit.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now, node, own }, ask): Promise<Audit> {
    await requireLivingUnion(sql, ask.unionId);
    const today = chinaDate(now);
    const follows = await findFollowed(sql, ask.followsAuditId);
    const teamMin = financePolicy('audit.team_min', today);
    const { superior } = own;
    const place = { scope: actor.scope, node, superior, rootUnionId: nodeRootUnionId(node) };
    decidePlan(ask, { ...place, teamMin, today, follows });
    await requireIndependent(sql, ask, [actor.id, ...ask.auditors]);
    const auditId = newId();
    await sql`
      insert into audit (id, union_id, kind, title, period_from, period_to, basis, auditors, firm_name,
        firm_uscc, follows_id, planned_by, planned_at, scope_kind, scope_code, auditor_node,
        auditor_node_name)
      values (${auditId}, ${ask.unionId}, ${ask.kind}, ${ask.title}, ${ask.periodFrom},
        ${ask.periodTo}, ${ask.basis}, ${ask.auditors}, ${ask.firmName}, ${ask.firmUscc},
        ${ask.followsAuditId || null}, ${actor.id}, ${now}, ${ask.scopeKind}, ${ask.scopeCode},
        ${ask.auditorNode}, ${ask.auditorNodeName})`;
    return viewNow(sql, auditId);
  },
});

async function findFollowed(sql: Sql, auditId: string): Promise<Planning['follows']> {
  if (auditId === '') return undefined;
  const [found] = await sql<{ unionId: string; state: string }>`
    select union_id as "unionId", state from audit where id = ${auditId}`;
  return found;
}
