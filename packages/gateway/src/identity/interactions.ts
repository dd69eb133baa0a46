import type {IncomingMessage, ServerResponse} from 'node:http';
import {TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Provider} from 'oidc-provider';
import {staffAccount, wantedLoa} from './account.js';
import {HUB_CLIENT} from './clients.js';
import type {FederationWish} from './federation.js';
import {chooserPage, levelsOf, staffPage, stepUpPage, wherePage} from './interaction-pages.js';
import {langOf, sendPage, type Lang} from './page.js';
import type {PartyRegister} from './party.js';
import {provinceOf} from './provinces.js';
import {readForm} from './read-form.js';
import {LEVEL_TOO_LOW} from './sign-in-policy.js';

/** One interaction as the provider knows it. */
type Details = Awaited<ReturnType<Provider['interactionDetails']>>;
type Handle = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Sends the person to another provider to sign in there. */
type Federate = (request: IncomingMessage, response: ServerResponse, interaction: string, wish: FederationWish) => Promise<void>;

interface Step {
  readonly details: Details;
  readonly lang: Lang;
  readonly wanted: number;
  readonly home?: Region6;
  readonly again: boolean;
  readonly quiet: boolean;
  readonly userType?: string;
}

/** A province's sign-in for citizens and firms: its own people choose themselves, all others go to the hub. */
export function citizenInteractions({provider, register, own, provinces, federate}: {provider: Provider; register: PartyRegister; own: Region6; provinces: readonly Region6[]; federate: Federate}): Handle {
  return async (request, response, url) => {
    const step = stepOf(await provider.interactionDetails(request, response), request, url);
    const {details, lang, wanted, userType} = step;
    if (request.method === 'POST') return submit(request, response, step);

    const away = (home?: Region6) => federate(request, response, details.uid, {loa: wanted, quiet: step.quiet, again: step.again, homeProvince: home, userType, lang});
    if (step.quiet) return away(step.home);
    const signedIn = rising(details) ? (await register.party(details.session!.accountId))?.person : undefined;
    if (signedIn && provinceOf(signedIn.homeRegion) === own) return sendPage(response, 200, stepUpPage(lang, signedIn, wanted));
    if (signedIn) return away(provinceOf(signedIn.homeRegion));
    const home = step.home ?? (details.params.client_id === HUB_CLIENT ? own : undefined);
    if (home === undefined) return sendPage(response, 200, wherePage(lang, [own, ...provinces.filter((province) => province !== own)], own));
    if (home !== own) return away(home);
    sendPage(response, 200, chooserPage({lang, province: own, people: await register.ownPeople(), wanted, userType}));
  };

  async function submit(request: IncomingMessage, response: ServerResponse, {details, wanted}: Step) {
    const form = await readForm(request);
    if (form.has('cancel')) return cancelled(provider, request, response);
    const person = (await register.ownPeople()).find(({id}) => id === form.get('person'));
    const acr = form.get('loa') ?? '';
    if (!person || person.loa === 0 || !levelsOf(person, Math.min(wanted, person.highestLoa)).map(String).includes(acr)) throw new TbError('TB_SIGN_IN_FAILED');
    if (rising(details) && details.session?.accountId !== person.id) throw new TbError('TB_SIGN_IN_FAILED');
    await provider.interactionFinished(request, response, {login: {accountId: person.id, acr}});
  }
}

/** A province's sign-in for its staff. The session ends with the browser: the computer at a window is shared. */
export function staffInteractions({provider, register, own}: {provider: Provider; register: PartyRegister; own: Region6}): Handle {
  return async (request, response, url) => {
    const {lang} = stepOf(await provider.interactionDetails(request, response), request, url);
    const staff = await register.ownStaff();
    if (request.method !== 'POST') return sendPage(response, 200, staffPage(lang, own, staff));
    const form = await readForm(request);
    if (form.has('cancel')) return cancelled(provider, request, response);
    const member = staff.find(({id}) => id === form.get('staff'));
    if (!member) throw new TbError('TB_SIGN_IN_FAILED');
    await provider.interactionFinished(request, response, {login: {accountId: staffAccount(member.id), acr: '3', remember: false}});
  };
}

/** The hub asks nobody who they are: it knows where to send them, or asks for the province. */
export function hubInteractions({provider, provinces, homeOf, federate}: {provider: Provider; provinces: readonly Region6[]; homeOf: (accountId: string) => Promise<Region6 | undefined>; federate: (home: Region6) => Federate}): Handle {
  return async (request, response, url) => {
    const {details, home, lang, wanted, again, quiet, userType} = stepOf(await provider.interactionDetails(request, response), request, url);
    if (request.method === 'POST') {
      if ((await readForm(request)).has('cancel')) return cancelled(provider, request, response);
      throw new TbError('TB_SIGN_IN_FAILED');
    }
    const known = rising(details) ? await homeOf(details.session!.accountId) : undefined;
    const to = [known, home].find((province) => province !== undefined && provinces.includes(province));
    if (to !== undefined) return federate(to)(request, response, details.uid, {loa: wanted, quiet, again, userType, lang});
    if (quiet) return provider.interactionFinished(request, response, {error: 'login_required', error_description: 'nobody is signed in'});
    sendPage(response, 200, wherePage(lang, provinces));
  };
}

/** Whether a signed-in person is asked only to reach a higher level. */
const rising = ({prompt, session}: Details) => session?.accountId !== undefined && prompt.reasons.includes(LEVEL_TOO_LOW) && prompt.reasons.length === 1;

function stepOf(details: Details, request: IncomingMessage, url: URL): Step {
  const {params, prompt} = details;
  const home = url.searchParams.get('home') ?? textOf(params.idp_hint);
  return {
    details,
    lang: langOf(url.searchParams.get('lang'), textOf(params.ui_locales), request.headers['accept-language']),
    wanted: wantedLoa(params.acr_values),
    home: home !== undefined && /^\d{6}$/.test(home) ? provinceOf(home) : undefined,
    again: prompt.reasons.some((reason) => reason === 'login_prompt' || reason === 'max_age'),
    quiet: params.quiet === '1',
    userType: textOf(params.user_type),
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

async function cancelled(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await provider.interactionFinished(request, response, {error: 'access_denied', error_description: 'the person cancelled'});
}
