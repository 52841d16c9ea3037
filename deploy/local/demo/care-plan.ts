// What a node's demo year has of care: the campaigns, mutual aid, work, places and leaflets.

/** So many of those on the register, each with so much. */
export interface ReliefPlan {
  programme: 'LIVING' | 'STUDY' | 'MEDICAL';
  /** DONATION where the charity federation paid it. */
  moneySource: 'UNION_OWN' | 'DONATION';
  paidOn: string;
  persons: number;
  eachYuan: number;
}

export interface CarePlan {
  /** Before the spring festival: so many with a package; some of them with money too. */
  spring: { persons: number; grants: number; grantYuan: number };
  /** Each with a pack, and what there was to drink besides. */
  summer: { visits: number; persons: number; drinks: number };
  epidemic: {
    medics: number;
    families: number;
    departments: number;
    inHardship: number;
    /** What those in hardship were given to live on. */
    livingYuan: number;
  };
  relief: ReliefPlan[];
  mutualAid: { claims: number; claimYuan: number };
  fair: { employers: number; posts: number };
  leaflets: { topic: string; heldOn: string; copies: number; ofLaw: boolean }[];
  nursingRooms: number;
  womenChecked: number;
}

/** What one of each costs, in fen. */
export const PRICES = {
  springPackage: 30_000,
  womensDayPackage: 20_000,
  summerPack: 6_000,
  drinks: 400,
  medic: 500_000,
  department: 1_000_000,
  checkUp: 30_000,
} as const;

/** 高邮 2020 as published: 1,821 packs and 1,185 times drinks are 114,000 yuan, 39 medics and 32 departments 515,000. */
export const countyCare: CarePlan = {
  spring: { persons: 64, grants: 27, grantYuan: 57_000 },
  summer: { visits: 24, persons: 1_821, drinks: 1_185 },
  epidemic: { medics: 39, families: 15, departments: 32, inHardship: 21, livingYuan: 35_000 },
  relief: [
    relief('LIVING', '2020-06-18', 48, 2_000),
    relief('STUDY', '2020-08-24', 27, 3_100),
    relief('MEDICAL', '2020-10-15', 19, 4_000),
    relief('MEDICAL', '2020-11-12', 40, 2_500, 'DONATION'),
  ],
  mutualAid: { claims: 683, claimYuan: 1_460_000 },
  fair: { employers: 100, posts: 5_000 },
  leaflets: [
    { topic: '劳动法律法规', heldOn: '2020-12-04', copies: 10_000, ofLaw: true },
    { topic: '职工维权手册', heldOn: '2020-05-21', copies: 4_500, ofLaw: true },
    { topic: '文明城市创建', heldOn: '2020-07-11', copies: 3_000, ofLaw: false },
    { topic: '工会规范化建设手册', heldOn: '2020-09-18', copies: 800, ofLaw: false },
  ],
  nursingRooms: 8,
  womenChecked: 100,
};

/** Plausibly smaller; nobody is one of fewer than five, since what is not shown here would take from the others above. */
export const neighbourCare: CarePlan = {
  spring: { persons: 22, grants: 9, grantYuan: 18_000 },
  summer: { visits: 8, persons: 460, drinks: 240 },
  epidemic: { medics: 0, families: 0, departments: 0, inHardship: 0, livingYuan: 0 },
  relief: [
    relief('LIVING', '2020-06-22', 12, 1_000),
    relief('STUDY', '2020-08-26', 6, 1_000),
    relief('MEDICAL', '2020-10-19', 6, 1_000),
  ],
  mutualAid: { claims: 118, claimYuan: 236_000 },
  fair: { employers: 26, posts: 890 },
  leaflets: [{ topic: '劳动法律法规', heldOn: '2020-12-04', copies: 2_000, ofLaw: true }],
  nursingRooms: 2,
  womenChecked: 40,
};

export const noCare: CarePlan = {
  spring: { persons: 0, grants: 0, grantYuan: 0 },
  summer: { visits: 0, persons: 0, drinks: 0 },
  epidemic: { medics: 0, families: 0, departments: 0, inHardship: 0, livingYuan: 0 },
  relief: [],
  mutualAid: { claims: 0, claimYuan: 0 },
  fair: { employers: 0, posts: 0 },
  leaflets: [],
  nursingRooms: 0,
  womenChecked: 0,
};

/** As much for each as before; a grant in whole hundreds. */
export function scaledCare(plan: CarePlan, part: (count: number) => number): CarePlan {
  const { spring, summer, epidemic, mutualAid, fair } = plan;
  const grants = part(spring.grants);
  const claims = part(mutualAid.claims);
  const persons = part(summer.persons);
  return {
    spring: {
      persons: Math.max(part(spring.persons), grants),
      grants,
      grantYuan: grants * eachOf(spring.grantYuan, spring.grants, 100),
    },
    summer: { visits: Math.min(summer.visits, persons), persons, drinks: part(summer.drinks) },
    epidemic: {
      medics: part(epidemic.medics),
      families: part(epidemic.families),
      departments: part(epidemic.departments),
      inHardship: part(epidemic.inHardship),
      livingYuan: part(epidemic.inHardship) * eachOf(epidemic.livingYuan, epidemic.inHardship, 100),
    },
    relief: plan.relief.map((one) => ({ ...one, persons: part(one.persons) })),
    mutualAid: {
      claims,
      claimYuan: claims * eachOf(mutualAid.claimYuan, mutualAid.claims, 1),
    },
    fair: {
      employers: part(fair.employers),
      posts: Math.max(part(fair.posts), part(fair.employers)),
    },
    leaflets: plan.leaflets.map((one) => ({ ...one, copies: part(one.copies) })),
    nursingRooms: part(plan.nursingRooms),
    womenChecked: part(plan.womenChecked),
  };
}

function relief(
  programme: ReliefPlan['programme'],
  paidOn: string,
  persons: number,
  eachYuan: number,
  moneySource: ReliefPlan['moneySource'] = 'UNION_OWN',
): ReliefPlan {
  return { programme, paidOn, persons, eachYuan, moneySource };
}

const eachOf = (whole: number, count: number, step: number) =>
  count === 0 ? 0 : Math.floor(whole / count / step) * step;
