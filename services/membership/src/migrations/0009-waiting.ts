/** Who applied is answered in the order of applying. */
export const waiting = {
  name: '0009-waiting',
  sql: `create index membership_waiting on membership (applied_on, member_id) where state = 'APPLIED';`,
};
