import type {Agreement} from './agreements/agreement.js';
import type {CaseFile, CaseSummary, Receipt} from './case/case-file.js';
import type {Command, TakeInCase} from './case/command.js';
import type {Attachment, Draft, DraftEdit} from './case/draft.js';
import type {ErrorCode} from './errors.js';
import type {PaymentBegun} from './fees/payment.js';
import type {Guide} from './guide/guide.js';
import type {Answers} from './guide/when.js';
import type {Loa} from './acts/actor.js';
import type {Outbox} from './outbox/outbox.js';
import type {Paper} from './papers/paper.js';
import type {HeldProof, SessionState} from './people/person.js';
import type {Instant, Region6} from './primitives.js';
import type {RatingInput, RatingInvitation, RatingRecord, RatingTicket} from './rating/rating.js';
import type {RegionRow} from './regions/regions.js';
import type {Piece} from './slots/slot.js';
import type {SearchQuery, SearchResult} from './guide/search.js';

/**
 * The page-side seam: what elements ask for, and nobody else. `runtime` implements it over one worker; stories and element tests
 * hand in one made from fixtures, held to the same contract suite.
 *
 * Every call may reject with a `TbError`. No call sends personal data into a URL.
 */
export interface Portal {
  readonly catalogue: CataloguePort;
  readonly answers: AnswersPort;
  readonly session: SessionPort;
  readonly cases: CasesPort;
  readonly certificates: CertificatesPort;
  readonly ratings: RatingsPort;
  readonly payments: PaymentsPort;
  readonly outbox: OutboxPort;
  /** Present where the page is a staff window. */
  readonly staff?: StaffPort;
  /** Hints that something changed; the truth is asked for again. Returns how to stop. */
  onChange(listener: (change: Change) => void): () => void;
}

export type Change =
  | {about: 'session'}
  | {about: 'network'; online: boolean}
  | {about: 'catalogue'}
  | {about: 'case'; caseNo: string}
  | {about: 'cases'}
  | {about: 'draft'; draftId: string}
  | {about: 'rating'; ratingId: string}
  | {about: 'outbox'};

/** A value with its age. `stale` means it is a copy from this device, made at `asOf`, shown because the source cannot be reached. */
export interface Shown<T> {
  readonly value: T;
  readonly asOf: Instant;
  readonly stale: boolean;
}

export interface CataloguePort {
  search(query: SearchQuery): Promise<Shown<SearchResult>>;
  /** The common guide with all its deltas; `resolve()` of this package narrows it. @throws TB_ITEM_UNKNOWN, TB_OFFLINE_NO_COPY */
  guide(taskCode: string): Promise<Shown<Guide>>;
  /** Regions that may be chosen, children of `parent`, or the provinces. */
  regions(parent?: Region6): Promise<RegionRow[]>;
  /** How the item list on this device stands. A `catalogue` change says when to ask again. */
  state(): Promise<CatalogueState>;
}

/** The installed item list, and why a newer one was not taken. */
export interface CatalogueState {
  /** What is searched; absent until a list was taken. */
  readonly list?: {readonly edition: string; readonly sequence: number; readonly items: number; readonly publishedAt: Instant};
  /** When the list was last confirmed to be the publisher's newest. */
  readonly asOf?: Instant;
  /** Whether it lies on this device, so that it is there without network. */
  readonly kept: boolean;
  /** Whether its texts are there too, so that the full tier answers without network. */
  readonly texts: boolean;
  /** Why a newer list was not taken (TB_CATALOGUE_…) or why this one is not kept; the former list goes on answering. */
  readonly problem?: ErrorCode;
}

/**
 * What somebody said about their situation before there was a draft: kept in this tab through signing in and from page to page, until
 * an application takes it over. Codes of questions and options, nothing about who says so; gone with the tab or with signing out.
 */
export interface AnswersPort {
  /** Keeps these answers in place of earlier ones for the item; none forgets them. */
  keep(taskCode: string, answers: Answers): Promise<void>;
  kept(taskCode: string): Promise<Answers>;
}

export interface SignInWish {
  readonly userType?: 'person' | 'corp' | 'staff';
  readonly minLoa?: Loa;
  /** Where the person is at home, when they have said so: skips the chooser. */
  readonly homeRegion?: Region6;
  /** 这是我自己的设备: keep a copy readable here for up to 12 hours. Never offered on kiosks and windows. */
  readonly ownDevice?: boolean;
}

export interface SessionPort {
  current(): Promise<SessionState>;
  /** Signs in silently where that is possible, else leaves the page for the gateway and comes back to it. */
  signIn(wish?: SignInWish): Promise<SessionState>;
  signOut(): Promise<void>;
  /** Acts under a delegation from now on, or for oneself again. @throws TB_DELEGATION_MISSING */
  actUnder(delegationId: string | null): Promise<SessionState>;
}

export interface CasesPort {
  /** The open draft for an item or an answer to a case's notice; made when there is none. @throws TB_SIGN_IN_REQUIRED when it must be read from a locked vault */
  openDraft(of: {taskCode: string; forRegion?: Region6} | {caseNo: string}): Promise<Draft>;
  draft(draftId: string): Promise<Draft>;
  /** Resolves once the change is durable on this device. */
  saveDraft(draftId: string, edit: DraftEdit): Promise<Draft>;
  discardDraft(draftId: string): Promise<void>;
  /** Keeps the file sealed on this device, then uploads it; progress comes as `draft` changes. @throws TB_UPLOAD_TOO_LARGE, TB_UPLOAD_TYPE, TB_VAULT_FULL */
  attach(draftId: string, materialId: string, file: Blob, fileName: string): Promise<Attachment>;
  detach(draftId: string, attachmentId: string): Promise<Draft>;
  /** Queues the draft; it is sent as soon as it can be, exactly once. Resolves when it is queued durably. @throws TB_FIELD_REQUIRED, TB_MATERIAL_MISSING … before anything is queued */
  submit(draftId: string): Promise<Draft>;
  mine(): Promise<Shown<CaseSummary[]>>;
  get(caseNo: string): Promise<Shown<CaseFile>>;
  withdraw(caseNo: string, revision: number, reason?: string): Promise<Receipt>;
  paper(caseNo: string, docNo: string): Promise<Shown<Paper>>;
}

export interface CertificatesPort {
  /** What the government already holds for the signed-in person and this item; empty for an anonymous visitor. */
  held(taskCode: string): Promise<HeldProof[]>;
}

export interface RatingsPort {
  invitation(of: {caseNo: string; act?: string} | {ticket: string}): Promise<Shown<RatingInvitation>>;
  /** Resolves when the rating is kept: `sent` only when the gateway has it. */
  rate(input: Omit<RatingInput, 'ratingId' | 'ratedAt'>): Promise<{ratingId: string; state: 'queued' | 'sent'}>;
}

export interface PaymentsPort {
  /**
   * The page of the province's cashier where the fee of a case is paid, for this page to leave to; it leads back to `returnTo`, an
   * address of this origin. Coming back proves nothing: how the fee stands is in the case, and a `case` change tells of it.
   *
   * @throws TB_PAYMENT_OFFLINE, TB_FEE_SETTLED, TB_FEE_NOT_FIXED, TB_PAYMENT_CASHIER
   */
  begin(caseNo: string, returnTo: string): Promise<PaymentBegun>;
}

export interface OutboxPort {
  /** What is on its way from this device. Reads the device alone, so it answers without network. */
  list(): Promise<Shown<Outbox>>;
  /** Ends the pauses of everything that waits. Resolves when it is about to be tried, not when it was sent. */
  sendNow(): Promise<void>;
  /**
   * Forgets something refused or in conflict, for good; the draft it came from stays. What is gone already is no error.
   *
   * @throws TB_COMMAND_UNDERWAY when it may have gone out, TB_FORBIDDEN when it is somebody else's
   */
  giveUp(commandId: string): Promise<void>;
}

export interface StaffPort {
  /** The case by its number or its 8-character short code, wherever it is at home. */
  find(number: string): Promise<Shown<CaseFile>>;
  /** Cases this office has to do something about. */
  inbox(): Promise<Shown<CaseSummary[]>>;
  act(caseNo: string, revision: number, command: Command): Promise<Receipt>;
  takeIn(walkIn: TakeInCase): Promise<Receipt>;
  /** Uploads one scan for a slot; resolves with its piece. */
  scan(file: Blob, fileName: string, onProgress?: (sent: number, size: number) => void): Promise<{uploadId: string; sha256: string; size: number; mediaType: string; fileName: string}>;
  /** The bytes of a piece as they were handed in, checked against its hash; typed as the piece says. @throws TB_UPLOAD_HASH, TB_NOT_FOUND */
  openPiece(caseNo: string, piece: Piece): Promise<Blob>;
  agreements(): Promise<Agreement[]>;
  ratingTicket(caseNo: string, act: string): Promise<RatingTicket>;
  ratings(): Promise<Shown<RatingRecord[]>>;
}
