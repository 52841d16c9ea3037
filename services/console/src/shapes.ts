// Names for what the API speaks of. A 64-bit number arrives as a string; a message may be absent.
import type { components } from './gen/api.d.ts';

type Schemas = components['schemas'];

export type Int64 = string;

export type Session = Schemas['Session'];
export type HeldDuty = Schemas['HeldDuty'];
export type NodeFacts = Schemas['Node'];

export type Indicator = Schemas['sync.v1.Indicator'];
export type ReportingUnion = Schemas['sync.v1.ReportingUnion'];
export type RollupRow = Schemas['sync.v1.RollupRow'];
export type SeriesPoint = Schemas['sync.v1.SeriesPoint'];
export type Contributor = Schemas['sync.v1.Contributor'];
/** A number is always somebody's. */
export interface Part extends Omit<Schemas['sync.v1.Part'], 'union'> {
  union: ReportingUnion;
}
export interface Rollup extends Omit<Schemas['sync.v1.Rollup'], 'union' | 'parts'> {
  union: ReportingUnion;
  parts: Part[];
}

export type AccountChoice = Schemas['organisation.v1.AccountChoice'];
export type Union = Schemas['organisation.v1.Union'];
export type UnionChange = Schemas['organisation.v1.UnionChange'];
export type Employer = Schemas['organisation.v1.Employer'];
export type Officer = Schemas['organisation.v1.Officer'];
export type DueUnion = Schemas['organisation.v1.DueUnion'];

export type Member = Schemas['membership.v1.Member'];
export type MemberCodes = Schemas['membership.v1.MemberCodes'];
export type MembershipSpell = Schemas['membership.v1.MembershipSpell'];
export type RevealedMember = Schemas['membership.v1.RevealedMember'];
export type AccessEntry = Schemas['membership.v1.AccessEntry'];
export type MyRecord = Schemas['membership.v1.MyRecord'];
export type Correction = Schemas['membership.v1.Correction'];
export type Transfer = Schemas['membership.v1.Transfer'];
/** A row of a list is always of some transfer. */
export type TransferItem = Schemas['membership.v1.TransferItem'] & { transfer: Transfer };

export type Links = Schemas['sync.v1.Links'];
export type Uplink = Schemas['sync.v1.Uplink'];
export type Downlink = Schemas['sync.v1.Downlink'];
export type CellDifference = Schemas['sync.v1.CellDifference'];
export type Verification = Schemas['sync.v1.Verification'];

export type Book = Schemas['finance.v1.Book'];
export type AccountRef = Schemas['finance.v1.AccountRef'];
export type PotRef = Schemas['finance.v1.PotRef'];
export type TrialBalanceLine = Schemas['finance.v1.TrialBalanceLine'];
export type Voucher = Schemas['finance.v1.Voucher'];
export type Settlement = Schemas['finance.v1.Settlement'];
export type MoneyTrace = Schemas['finance.v1.MoneyTrace'];
export type TraceHop = Schemas['finance.v1.TraceHop'];
export type TraceEnd = Schemas['finance.v1.TraceEnd'];
export type EvidenceStep = Schemas['finance.v1.EvidenceStep'];
export type EvidenceItem = Schemas['finance.v1.EvidenceItem'];
export type Payment = Schemas['finance.v1.Payment'];
export type PaymentLine = Schemas['finance.v1.PaymentLine'];
export type PaymentLineAsk = Schemas['finance.v1.PaymentLineRequest'];
export type BankReconciliation = Schemas['finance.v1.BankReconciliation'];
export type MatchedBankLine = Schemas['finance.v1.MatchedBankLineItem'];
export type UnmatchedLine = Schemas['finance.v1.UnmatchedLine'];
export type UnmatchedVoucher = Schemas['finance.v1.UnmatchedVoucher'];
export type MoneyFlows = Schemas['finance.v1.MoneyFlows'];
export type MoneyFlow = Schemas['finance.v1.MoneyFlow'];
export type MoneyPot = Schemas['finance.v1.MoneyPot'];
export type Receipt = Schemas['finance.v1.Receipt'];
export type FundReportRow = Schemas['finance.v1.FundReportRow'];
export type Refund = Schemas['finance.v1.Refund'];
export type RefundLine = Schemas['finance.v1.RefundLine'];
export type Collection = Schemas['finance.v1.Collection'];
export type CollectionException = Schemas['finance.v1.CollectionException'];
export type SplitProfile = Schemas['finance.v1.SplitProfile'];
export type BudgetLine = Schemas['finance.v1.BudgetLine'];
export type Grant = Schemas['finance.v1.Grant'];
export type GrantRule = Schemas['finance.v1.GrantRule'];
export type GrantList = Schemas['finance.v1.GrantList'];
export type Asset = Schemas['finance.v1.Asset'];
export type AssetBalance = Schemas['finance.v1.AssetBalance'];
export type AssetCount = Schemas['finance.v1.AssetCount'];
export type AssetSurplus = Required<Schemas['finance.v1.AssetSurplus']>;
export type AssetCountLine = Schemas['finance.v1.AssetCountLine'];
export type Project = Schemas['finance.v1.Project'];
export type Audit = Schemas['finance.v1.Audit'];
export type AuditFile = Schemas['finance.v1.AuditFile'];
export type WorkingPaper = Schemas['finance.v1.WorkingPaper'];
export type AuditSample = Schemas['finance.v1.AuditSample'];
export type AuditScan = Schemas['finance.v1.AuditScan'];
export type ScanHit = Schemas['finance.v1.ScanHit'];
export type Finding = Schemas['finance.v1.Finding'];
export type FindingCount = Schemas['finance.v1.FindingCount'];
export type ClosureRate = Schemas['finance.v1.ClosureRate'];
export type InspectionFile = Schemas['finance.v1.InspectionFile'];
export type InspectionRound = Schemas['finance.v1.InspectionRound'];
export type InspectionUnit = Schemas['finance.v1.InspectionUnit'];
export type SpendingAlert = Schemas['finance.v1.SpendingAlert'];
export type SpendingAlertCount = Schemas['finance.v1.SpendingAlertCount'];
export type Checklist = Schemas['finance.v1.Checklist'];
export type Assessment = Schemas['finance.v1.Assessment'];
export type AssessmentItem = Schemas['finance.v1.AssessmentItem'];

export type Suggestion = Schemas['competitions.v1.Suggestion'];
export type HazardReport = Schemas['competitions.v1.HazardReport'];
export type Studio = Schemas['competitions.v1.Studio'];
export type StudioAlliance = Schemas['competitions.v1.StudioAlliance'];
export type InnovationResult = Schemas['competitions.v1.InnovationResult'];
export type Challenge = Schemas['competitions.v1.Challenge'];
export type TrainingClass = Schemas['competitions.v1.TrainingClass'];
export type Lecturer = Schemas['competitions.v1.Lecturer'];
export type LectureSession = Schemas['competitions.v1.LectureSession'];
export type Apprenticeship = Schemas['competitions.v1.Apprenticeship'];
export type SafetyCupEntry = Schemas['competitions.v1.SafetyCupEntry'];
export type Programme = Schemas['competitions.v1.Programme'];
export type ProgrammeTarget = Schemas['competitions.v1.ProgrammeTarget'];
export type Reform = Schemas['competitions.v1.Reform'];
export type DutyLine = Schemas['competitions.v1.DutyLine'];
export type ReformRecord = Schemas['competitions.v1.ReformRecord'];
export type ReformEvaluation = Schemas['competitions.v1.ReformEvaluation'];
export type FirmPair = Schemas['competitions.v1.FirmPair'];
export type Designation = Schemas['competitions.v1.Designation'];
export type Support = Schemas['competitions.v1.Support'];
export type LearningImport = Schemas['competitions.v1.LearningImport'];
export type OnlineCourse = Schemas['competitions.v1.OnlineCourse'];
export type Honour = Schemas['competitions.v1.Honour'];
export type HonourRound = Schemas['competitions.v1.HonourRound'];
export type HonourCategory = Schemas['competitions.v1.HonourCategory'];
export type HonourQuota = Schemas['competitions.v1.HonourQuota'];
export type HonourNodeSlate = Schemas['competitions.v1.HonourNodeSlate'];
export type HonourSlate = Schemas['competitions.v1.HonourSlate'];
export type ShareCheck = Schemas['competitions.v1.ShareCheck'];
export type Nomination = Schemas['competitions.v1.Nomination'];
export type NominationFile = Schemas['competitions.v1.NominationFile'];
export type HonourConsultation = Schemas['competitions.v1.HonourConsultation'];
export type HonourObjection = Schemas['competitions.v1.HonourObjection'];
export type HonourGrant = Schemas['competitions.v1.HonourGrant'];
export type HonourCertificate = Schemas['competitions.v1.HonourCertificate'];
export type ModelWorker = Schemas['competitions.v1.ModelWorker'];
export type LivingCheck = Schemas['competitions.v1.LivingCheck'];
export type CareBatch = Schemas['competitions.v1.CareBatch'];
export type ModelWorkerCare = Schemas['competitions.v1.ModelWorkerCare'];
export type Payout = Schemas['competitions.v1.Payout'];
export type StudySubsidy = Schemas['competitions.v1.StudySubsidy'];
export type MyHonour = Schemas['competitions.v1.MyHonour'];
export type Competition = Schemas['competitions.v1.Competition'];
export type CompetitionTrade = Schemas['competitions.v1.CompetitionTrade'];
export type CompetitionEntry = Schemas['competitions.v1.CompetitionEntry'];
export type CompetitionJudge = Schemas['competitions.v1.CompetitionJudge'];
export type CompetitionResult = Schemas['competitions.v1.CompetitionResult'];
export type CompetitionAppeal = Schemas['competitions.v1.CompetitionAppeal'];
export type JudgeTask = Schemas['competitions.v1.JudgeTask'];
export type ScoreSheet = Schemas['competitions.v1.ScoreSheet'];
export type SheetCorrection = Schemas['competitions.v1.SheetCorrection'];
export type LabourEntry = Schemas['competitions.v1.LabourEntry'];
export type Standing = Schemas['competitions.v1.Standing'];
export type MyCompetition = Schemas['competitions.v1.MyCompetition'];

export type HardshipFile = Schemas['welfare.v1.HardshipFile'];
export type ReliefGrant = Schemas['welfare.v1.ReliefGrant'];
export type MutualAidClaim = Schemas['welfare.v1.MutualAidClaim'];
export type MutualAidCover = Schemas['welfare.v1.MutualAidCover'];
export type Petition = Schemas['welfare.v1.Petition'];
export type PlaceOffer = Schemas['welfare.v1.PlaceOffer'];
export type PlaceBooking = Schemas['welfare.v1.PlaceBooking'];
export type VenuePlace = Schemas['welfare.v1.VenuePlace'];
export type Attachment = Schemas['welfare.v1.Attachment'];
export type AddAttachment = Schemas['welfare.v1.AddAttachmentRequest'];
