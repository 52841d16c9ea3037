// Masked members of one union or of all in reach, in the order of their ids: a page costs the same
// wherever it begins.
import type { MemberList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { MEMBERSHIP_STATES } from '@gonglian/kernel/member.ts';
import { cursor, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { askedUnions } from './asked-unions.ts';
import { findMemberRows, memberViews } from './member-row.ts';
