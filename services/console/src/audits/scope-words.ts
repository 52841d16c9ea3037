// What part of the books an audit or a sample is of, and whose auditors came, in words; nothing where it is all and one's own.
interface Scoped {
  scopeKind: string;
  scopeCode: string;
}

type Label = (words: string, code: string) => string;

export function scopeOf({ scopeKind, scopeCode }: Scoped, label: Label): string {
  return scopeKind === '' ? '' : `${label('auditScope', scopeKind)} ${scopeCode}`;
}

export function guestsOf(audit: { auditorNode: string; auditorNodeName: string }): string {
  return audit.auditorNode === '' ? '' : `${audit.auditorNodeName} ${audit.auditorNode}`;
}
