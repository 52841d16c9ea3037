// Of the codes that welfare tells, the words that figures are published with (domain/indicators.md §4).
import type { Words } from './helped.ts';

export const FOUR_SEASONS: Words = {
  SPRING_JOBS: 'spring_jobs',
  SUMMER_COOLING: 'summer_cooling',
  AUTUMN_STUDY: 'autumn_study',
  WINTER_WARMTH: 'winter_warmth',
};

/** A visit on no such day is of its campaign only. */
export const OCCASIONS: Words = {
  SPRING_FESTIVAL: 'spring_festival',
  WOMENS_DAY: 'womens_day',
  MAY_DAY: 'may_day',
  NATIONAL_DAY: 'national_day',
};

export const RECIPIENTS: Words = {
  HARDSHIP: 'hardship',
  OUTDOOR: 'outdoor',
  COURIER: 'courier',
  SANITATION: 'sanitation',
  KEY_PROJECT: 'key_project',
  ON_DUTY: 'on_duty',
  HIGH_TEMPERATURE: 'high_temperature',
  TOXIC: 'harmful_post',
  MODEL_WORKER: 'model_worker',
  MEDICAL: 'medics',
  MEDICAL_FAMILY: 'families_of_medics',
  MIGRANT: 'migrant_worker',
  KEY_DEPARTMENT: 'key_departments',
  OTHER: 'other',
};

/** Whom check-ups, journeys and work are for. */
export const WORKERS: Words = {
  WOMEN: 'women',
  NEW_FORM: 'new_form',
  MODEL_WORKER: 'model_worker',
  FRONT_LINE: 'frontline',
  MIGRANT: 'migrant_worker',
  HARMFUL_POST: 'harmful_post',
  RETIRING: 'retiring',
  HARDSHIP: 'hardship',
  GRADUATE: 'graduate',
  OTHER: 'other',
};

export const PURCHASES: Words = {
  BOUGHT_BY_UNIONS: 'bought_by_unions',
  BOUGHT_BY_MEMBERS: 'bought_by_members',
  SOLD: 'farm_products_sold',
};

export const PRODUCTS: Words = {
  HOSPITAL: 'inpatient_supplement',
  HOSPITAL_DAY: 'inpatient_allowance',
  LUMP_SUM: 'serious_illness',
};

export const REGISTERS: Words = { NATIONAL: 'national', PROVINCIAL: 'province', CITY: 'city' };
export const SEVERITIES: Words = { DEEP: 'deep', RELATIVE: 'relative', ACCIDENT: 'accident' };
export const PROGRAMMES: Words = {
  LIVING: 'living',
  MEDICAL: 'medical',
  STUDY: 'tuition',
  TEMPORARY: 'temporary',
};

export const CALLS: Words = {
  CONSULT: 'consult',
  SERVICE: 'service',
  COMPLAINT: 'complaint',
  LEGAL_AID: 'legal_aid',
  SUGGESTION: 'suggestion',
};

export const DISPUTES: Words = {
  WAGE_ARREARS: 'wage_arrears',
  CONTRACT: 'contract',
  INJURY: 'injury',
  SOCIAL_INSURANCE: 'social_insurance',
  COMPENSATION: 'compensation',
  OTHER: 'other',
};

export const CHECKS: Words = {
  WAGE_ARREARS: 'unpaid_wages',
  ACCIDENT: 'accident_investigation',
};

/** By which way somebody was helped to his right. */
export const WAYS: Words = {
  HOTLINE: 'hotline',
  MEDIATION: 'mediation',
  LEGAL_AID: 'legal_aid',
  CHECK: 'joint_check',
};

export const CHANNELS: Words = { OFFLINE: 'offline', ONLINE: 'online', LIVESTREAM: 'livestream' };
export const JOB_CAMPAIGNS: Words = {
  SPRING_BREEZE: 'spring_breeze',
  EMPLOYMENT_AID_MONTH: 'employment_aid_month',
  PRIVATE_FIRMS_WEEK: 'private_enterprise_week',
  AUTUMN_MONTH: 'autumn_month',
  SUNSHINE: 'sunshine_employment',
};
export const FOUND_BY: Words = { FAIR: 'job_fair', TRAINING: 'training' };

export const STATIONS: Words = {
  OUTDOOR_STATION: 'outdoor',
  DRIVERS_HOME: 'driver_and_courier_home',
};
export const HALLS: Words = { WORKERS_HOME: 'worker_home', CULTURAL_PALACE: 'cultural_palace' };
export const PLACES: Words = {
  UNIT: 'enterprise',
  COUNTY: 'county',
  CITY: 'city',
  PROVINCE: 'province',
  NATIONAL: 'national',
};

/** Topics are words that unions choose; of these the published figures speak. */
export const TOPICS: Words = {
  文明城市: 'civilised_city',
  文明城市创建: 'civilised_city',
  创建文明城市: 'civilised_city',
  工会规范化建设: 'union_standardisation_handbook',
  工会规范化建设手册: 'union_standardisation_handbook',
  劳动法: 'labour_law',
  劳动法律法规: 'labour_law',
  职工维权: 'legal_rights_booklet',
  职工维权手册: 'legal_rights_booklet',
  工会法: 'trade_union_law',
  安全生产: 'work_safety',
};
