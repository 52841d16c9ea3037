// Where the record stands whose money a payout of welfare is, and in which list.
import type { ScreenName } from '../screens.ts';

interface PlaceOfRecord {
  /** The words of the way to it. */
  words: 'grant' | 'relief' | 'warmth' | 'claim' | 'claims' | 'aid' | 'batch' | 'startup';
  to: string;
  /** Whose readers it is open to. */
  screen: ScreenName;
}

const RELIEF = ['LIVING_RELIEF', 'MEDICAL_RELIEF', 'STUDY_AID', 'TEMPORARY_RELIEF'];

/** One record, where the payout is of one; else the list that it was made from. Undefined for a kind that is not welfare's. */
export function placeOfRecord(
  payoutKind: string,
  recordIds: readonly string[],
): PlaceOfRecord | undefined {
  const [first = '', ...others] = new Set(recordIds);
  const one = first !== '' && others.length === 0;
  if (RELIEF.includes(payoutKind))
    return one
      ? { words: 'grant', to: `/relief-grants/${first}`, screen: 'reliefGrant' }
      : { words: 'relief', to: '/hardship?view=relief', screen: 'households' };
  if (payoutKind === 'MUTUAL_AID_CLAIM' && !one)
    return { words: 'claims', to: '/mutual-aid?view=claims', screen: 'mutualAid' };
  return PLACES[payoutKind]?.(first);
}

const PLACES: Readonly<Record<string, (recordId: string) => PlaceOfRecord>> = {
  MUTUAL_AID_CLAIM: (id) => ({
    words: 'claim',
    to: `/mutual-aid-claims/${id}`,
    screen: 'aidClaims',
  }),
  WARMTH_GIFT: (id) => ({
    words: 'warmth',
    to: `/campaigns?view=lists&open=${id}`,
    screen: 'campaigns',
  }),
  LEGAL_AID_SUBSIDY: (id) => ({ words: 'aid', to: `/legal-aid/${id}`, screen: 'aids' }),
  RECUPERATION_COST: (id) => ({
    words: 'batch',
    to: `/recuperation/${id}`,
    screen: 'recuperation',
  }),
  STARTUP_SUBSIDY: (id) => ({
    words: 'startup',
    to: `/employment?view=startups&open=${id}`,
    screen: 'employment',
  }),
};
