import { useTranslation } from 'react-i18next';
import type { WorkOrder } from '../shapes.ts';

/** With whom an order lies: another node, a union of this one, or the desk that has it. */
export function useWhere(): (order: WorkOrder) => string {
  const { t } = useTranslation();
  return ({ heldBy, fromNode, unionName, handlerUnionName }) => {
    if (heldBy !== '') {
      return t(heldBy === fromNode ? 'rights.nodeAbove' : 'rights.nodeBelow', { region: heldBy });
    }
    return handlerUnionName === '' ? unionName : handlerUnionName;
  };
}
