import { staff, type ServicePermissions } from './holder.ts';

export const sync: ServicePermissions = {
  holders: {
    'sync.rollup.read': staff,
    'sync.indicator.read': staff,
    'sync.neighbour.ask': ['service'],
    'sync.link.read': ['clerk', 'supervisor', 'auditor', 'admin'],
    'sync.verification.read': ['clerk', 'supervisor', 'auditor', 'admin'],
    'sync.figure.declare': ['clerk', 'admin'],
    'sync.period.close': ['admin'],
    'sync.period.restate': ['admin'],
  },
  wholeNode: [
    'sync.link.read',
    'sync.verification.read',
    'sync.period.close',
    'sync.period.restate',
  ],
};
