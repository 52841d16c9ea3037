// Of the codes that competitions tells, the words that figures are published with (domain/indicators.md §4).

type Words = Readonly<Record<string, string>>;

export const LEVELS: Words = {
  NATIONAL: 'national',
  PROVINCE: 'province',
  CITY: 'city',
  COUNTY: 'county',
  UNIT: 'enterprise',
};

export const HONOURS: Words = {
  MODEL_WORKER: 'model_worker',
  ADVANCED_WORKER: 'advanced_worker',
  MAY_DAY_CERTIFICATE: 'may_day_certificate',
  MAY_DAY_MEDAL: 'may_day_medal',
  WORKER_PIONEER: 'worker_pioneer',
  WOMEN_MODEL_POST: 'may_day_heroine_post',
  WOMEN_PACESETTER: 'may_day_heroine',
  CRAFTSMAN: 'craftsman',
  MODEL_HOME: 'model_home',
  MODEL_SMALL_HOME: 'model_small_home',
  MODEL_UNION_CHAIR: 'model_union_chair',
  EXCELLENT_CADRE: 'excellent_cadre',
  FIVE_SMALL_RESULT: 'five_small_result',
  CIVILISED_WORKER: 'civilised_worker',
  OPENNESS_UNIT: 'factory_openness_advanced_unit',
  DEMONSTRATION_UNION: 'demonstration_union',
  LABOUR_PROTECTION_UNION: 'labour_protection_model_union',
  SAFETY_TEAM: 'safety_advanced_team',
  LOVE_STATION: 'top10_love_station',
};

/** The three payments of model workers. */
export const CARE_FUNDS: Words = {
  HONOUR_ALLOWANCE: 'honour_allowance',
  LIVING_SUBSIDY: 'living_subsidy',
  SPECIAL_AID: 'special_aid',
};

export const KINDS_OF_TRAINING: Words = {
  SKILL: 'skill',
  DEGREE: 'degree',
  CRAFTSMAN_COLLEGE: 'craftsman_college',
  NIGHT_SCHOOL: 'night_school',
  SAFETY: 'safety',
  OTHER: 'other',
};

/** Series are names that unions give; of these the published figures speak. */
export const SERIES: Words = {
  职工大讲堂: 'worker_lecture_hall',
  义工教授: 'volunteer_professor',
  义工专家教授: 'volunteer_professor',
  双进: 'double_entry',
  理论宣讲: 'theory_talks',
  劳模宣讲: 'model_worker_talks',
  家风家训: 'family_tradition',
  三种精神: 'three_spirits',
  劳动教育: 'labour_education',
};

export const LECTURERS: Words = {
  VOLUNTEER_PROFESSOR: 'volunteer_professor',
  MODEL_WORKER: 'model_worker',
  EXPERT: 'expert',
};

export const BASES: Words = {
  TRAINING_BASE: 'worker_training_base',
  CRAFTSMAN_COLLEGE: 'craftsman_college',
  LIFT_STATION: 'skill_practice_centre',
};

export const REFORM_DOCUMENTS: Words = {
  OPINION: 'policy',
  RULE: 'policy',
  PLAN: 'measure',
  NOTICE: 'supporting_document',
};

export const ACTIVITIES: Words = {
  TRAINING: 'training',
  INSPECTION: 'inspection',
  DRILL: 'drill',
  CONTEST: 'contest',
  CAMPAIGN: 'campaign',
};

export const FACILITIES: Words = {
  PRACTICE_STATION: 'civilisation_practice_station',
};

export const WORKS: Words = {
  ESSAY: 'essay',
  READING_ESSAY: 'reading_essay',
  SHORT_VIDEO: 'short_video',
  ONLINE_COMMENT: 'online_comment',
  ART: 'art',
  OTHER: 'other',
};

export const PRIZES: Words = {
  FIRST: 'first',
  SECOND: 'second',
  THIRD: 'third',
  MERIT: 'merit',
};
