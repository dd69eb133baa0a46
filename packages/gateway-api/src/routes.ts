import {Agreement} from '@tongban/domain/agreements/agreement.js';
import {CaseFile, CaseSummary, Receipt} from '@tongban/domain/case/case-file.js';
import {Command, SubmitCase, TakeInCase} from '@tongban/domain/case/command.js';
import {PaymentBegun} from '@tongban/domain/fees/payment.js';
import {Paper} from '@tongban/domain/papers/paper.js';
import {HeldProof, PersonView, StaffView} from '@tongban/domain/people/person.js';
import {Instant, Region6, text} from '@tongban/domain/primitives.js';
import {RatingInput, RatingInvitation, RatingRecord, RatingTicket} from '@tongban/domain/rating/rating.js';
import * as v from 'valibot';
import {publicRoutes} from './public-routes.js';
import type {Route} from './route.js';

const caseNo = v.strictObject({caseNo: text(50)});

/** Every operation of a province's gateway but signing in (OpenID Connect), uploads (tus 1.0 at /v1/uploads) and events (/v1/events). */
export const routes = {
  ...publicRoutes,
  me: {
    method: 'GET', path: '/v1/me', caller: 'signedIn', status: 200,
    summary: 'The signed-in person or member of staff, masked; `vaultShare` unlocks what this person sealed on this device.',
    query: v.strictObject({delegation: v.optional(text(80))}),
    answer: v.strictObject({person: v.optional(PersonView), staff: v.optional(StaffView), vaultShare: text(100)}),
  },
  prefill: {
    method: 'GET', path: '/v1/items/{taskCode}/prefill', caller: 'applicant', status: 200,
    summary: 'Field values the state already knows, for the fields of this item only.',
    params: v.strictObject({taskCode: text(80)}),
    query: v.strictObject({delegation: v.optional(text(80))}),
    answer: v.strictObject({fields: v.record(text(64), text(2000))}),
  },
  held: {
    method: 'GET', path: '/v1/items/{taskCode}/held', caller: 'applicant', status: 200,
    summary: 'Certificates and data shares the government already holds for this person and this item.',
    params: v.strictObject({taskCode: text(80)}),
    query: v.strictObject({delegation: v.optional(text(80))}),
    answer: v.strictObject({held: v.array(HeldProof)}),
  },
  submit: {
    method: 'POST', path: '/v1/cases', caller: 'applicant', status: 201, idempotent: true,
    summary: 'Files a case. This gateway is its home, or passes it on to the home it names.',
    body: SubmitCase, answer: Receipt,
  },
  myCases: {
    method: 'GET', path: '/v1/cases', caller: 'applicant', status: 200,
    summary: 'My cases here and, by fan-out, in the other provinces.',
    answer: v.strictObject({cases: v.array(CaseSummary)}),
  },
  caseFile: {
    method: 'GET', path: '/v1/cases/{caseNo}', caller: 'signedIn', status: 200, etag: true,
    summary: 'One case by number or short code, as this reader may see it.',
    params: caseNo, answer: CaseFile,
  },
  act: {
    method: 'POST', path: '/v1/cases/{caseNo}/commands', caller: 'signedIn', status: 201, idempotent: true, ifMatch: true,
    summary: 'Does one action of the state machine. Passed on to the home gateway, the single writer, when that is another.',
    params: caseNo, body: Command, answer: Receipt,
  },
  paper: {
    method: 'GET', path: '/v1/cases/{caseNo}/papers/{docNo}', caller: 'signedIn', status: 200,
    summary: 'One paper of a case, for screen or print.',
    params: v.strictObject({caseNo: text(50), docNo: text(80)}),
    answer: Paper,
  },
  beginPayment: {
    method: 'POST', path: '/v1/cases/{caseNo}/payments', caller: 'applicant', status: 201,
    summary: 'Where to go to pay the fee of a case. The page learns of the payment from the case, never from coming back.',
    params: caseNo, body: v.strictObject({returnTo: v.optional(text(1000))}),
    answer: PaymentBegun,
  },
  paymentNotice: {
    method: 'POST', path: '/v1/payments/notices', caller: 'anyone', status: 200,
    summary: 'The province’s cashier tells how an order stands, in a JWS that it has signed. The same notice twice does no harm.',
    body: v.strictObject({notice: text(4000)}), answer: v.strictObject({taken: v.boolean()}),
  },
  ratingTicket: {
    method: 'POST', path: '/v1/cases/{caseNo}/rating-tickets', caller: 'staff', status: 201,
    summary: 'A dynamic QR ticket for one act.',
    params: caseNo, body: v.strictObject({act: text(80)}), answer: RatingTicket,
  },
  ratingInvitation: {
    method: 'POST', path: '/v1/rating-invitations', caller: 'anyone', status: 200,
    summary: 'What can be rated: by ticket for anyone who holds it, by case for its applicant. POST keeps the ticket out of URLs and logs.',
    body: v.variant('by', [
      v.strictObject({by: v.literal('ticket'), ticket: text(200)}),
      v.strictObject({by: v.literal('case'), caseNo: text(50), act: v.optional(text(80))}),
    ]),
    answer: RatingInvitation,
  },
  rate: {
    method: 'POST', path: '/v1/ratings', caller: 'anyone', status: 201, idempotent: true,
    summary: 'One rating for one act. With `amends` it takes the place of the first, once, until somebody follows that up.',
    body: RatingInput, answer: v.strictObject({ratingId: text(80), receivedAt: Instant}),
  },
  staffCases: {
    method: 'GET', path: '/v1/staff/cases', caller: 'staff', status: 200,
    summary: 'Cases this office has to do something about.',
    answer: v.strictObject({cases: v.array(CaseSummary)}),
  },
  takeIn: {
    method: 'POST', path: '/v1/staff/cases', caller: 'staff', status: 201, idempotent: true,
    summary: 'Takes a walk-in for the home of the item.',
    body: TakeInCase, answer: Receipt,
  },
  staffRatings: {
    method: 'GET', path: '/v1/staff/ratings', caller: 'staff', status: 200,
    summary: 'Ratings of this region, bound to person, item and officer. For supervisors.',
    answer: v.strictObject({ratings: v.array(RatingRecord)}),
  },
  followUpRating: {
    method: 'POST', path: '/v1/staff/ratings/{ratingId}/follow-up', caller: 'staff', status: 200,
    summary: 'A supervisor begins to follow a rating up; from then on it can no longer be amended. Again, it changes nothing.',
    params: v.strictObject({ratingId: text(80)}),
    answer: RatingRecord,
  },
  agreements: {
    method: 'GET', path: '/v1/agreements', caller: 'staff', status: 200,
    summary: 'Agreements in which this region is home or window.',
    answer: v.strictObject({agreements: v.array(Agreement)}),
  },
  commandStatus: {
    method: 'POST', path: '/v1/commands/status', caller: 'signedIn', status: 200,
    summary: 'Which of my commands were taken, by their keys, here or in the other provinces. What is unknown everywhere has to be sent again.',
    body: v.strictObject({keys: v.pipe(v.array(text(80)), v.minLength(1), v.maxLength(200))}),
    answer: v.strictObject({taken: v.array(v.strictObject({key: text(80), caseNo: v.optional(text(50))})), unknown: v.array(text(80))}),
  },
  peerHints: {
    method: 'POST', path: '/v1/peer/hints', caller: 'gateway', status: 200,
    summary: 'A peer tells what changed there, for the people and staff who watch from here. The same hint twice does no harm.',
    body: v.strictObject({
      hints: v.pipe(
        v.array(v.strictObject({
          hint: v.strictObject({about: v.literal('case'), caseNo: text(50), revision: v.pipe(v.number(), v.integer(), v.minValue(1))}),
          people: v.pipe(v.array(text(80)), v.maxLength(20)),
          regions: v.pipe(v.array(Region6), v.maxLength(20)),
        })),
        v.maxLength(200),
      ),
    }),
    answer: v.strictObject({taken: v.number()}),
  },
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
