import {codeOf, TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {SearchQuery, type SearchResult} from '@tongban/domain/guide/search.js';
import {parse} from '@tongban/domain/parse.js';
import type {CatalogueState, Shown} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {CatalogueStore} from './catalogue-store.js';
import {canCheck} from './check-part.js';
import {createDevice} from './device.js';
import {download, type FetchFile} from './download.js';
import {followTexts, politePace, type Pace} from './follow-texts.js';
import {findGuide} from './installed-guide.js';
import {textsOf} from './installed-row.js';
import {isPassing, newest, type Fetch} from './kept-copy.js';
import {createListInUse} from './list-in-use.js';
import {readManifest} from './read-manifest.js';
import {takePublication} from './take-publication.js';
import type {Version} from './version.js';
import {parseWhere, type WherePublished} from './where-published.js';

export interface InstalledNeeds {
  /** The gateway's base URL: what its address of publication is kept under. */
  readonly source: string;
  /** Asks the gateway where its list is published. */
  readonly fetchWhere: Fetch;
  readonly fetchFile: FetchFile;
  readonly now: () => Date;
  /** Opens what is kept on this device, again after it was closed; rejects where nothing can be kept. */
  readonly openStore: () => Promise<CatalogueStore>;
  /** Provinces that act as one; by default the Yangtze river delta (group `yrd` of the regions). */
  readonly groups?: readonly (readonly Region6[])[];
  /** Something that a page shows is different now: tells this page and the other tabs. */
  readonly changed: () => void;
  readonly pace?: Pace;
}

/** The item list that is installed on this device: searched at once, compared with what its publisher offers behind that. */
export interface Installed {
  search(query: SearchQuery): Promise<Shown<SearchResult>>;
  /** The installed copy of a guide, if there is one. */
  guide(taskCode: string): Promise<Shown<Guide> | undefined>;
  state(): Promise<CatalogueState>;
  /** Another tab told of a change: what it installed is taken over. */
  heard(): void;
  /** Frees space for what must not be lost, such as a scan. @returns about how many bytes */
  makeRoom(bytes: number): Promise<number>;
}

const RIVER_DELTA: readonly Region6[] = ['310000', '320000', '330000', '340000'];

/** While a list is this young, typing another letter does not ask its publisher again. */
const FRESH_MS = 5 * 60_000;
/** How soon to ask again when nobody could be reached, and when what came was refused. */
const RETRY_MS = 5_000;
const REFUSED_MS = 60_000;
const MANIFEST_BYTES = 4 * 1024 * 1024;

export function createInstalled({
  source,
  fetchWhere,
  fetchFile,
  now,
  openStore,
  groups = [RIVER_DELTA],
  changed,
  pace = politePace,
}: InstalledNeeds): Installed {
  const device = createDevice(openStore);
  const list = createListInUse({device, fetchFile, groups, onUse});
  let told: {isCutOff: boolean; problem: ErrorCode | undefined} = {isCutOff: false, problem: undefined};
  let checkAt = 0;
  let checking: Promise<void> | undefined;
  let loading: Promise<void> | undefined;
  /** Somebody searched the texts and got the names. */
  let isTextWanted = false;

  const where = async (ask: Fetch) =>
    newest(
      {kind: 'packs', key: [source, 'where'], fetch: ask, parse: parseWhere},
      await openStore().catch(() => undefined),
      now,
    );
  const keptWhere = () => where(() => Promise.reject(new TbError('TB_NETWORK')));

  /** What lies on this device is searched without asking anybody. */
  const load = () =>
    keptWhere()
      .then(({value: {base}}) => list.adopt(base))
      .catch(() => undefined);

  async function ready(): Promise<Version> {
    await (loading ??= load());
    if (!list.version) await check();
    if (!list.version) throw new TbError('TB_OFFLINE_NO_COPY');
    return list.version;
  }

  function check(): Promise<void> {
    checking ??= compareWithPublisher().finally(() => {
      checking = undefined;
    });
    return checking;
  }

  async function compareWithPublisher(): Promise<void> {
    const before = list.version;
    try {
      const {value, stale} = await where(fetchWhere);
      const isDone = await takeNewest(value);
      checkAt = now().getTime() + (isDone && !stale ? FRESH_MS : RETRY_MS);
      tell({isCutOff: stale, problem: problemOfKeeping()}, before);
    } catch (error) {
      const isCutOff = isPassing(error);
      const isOffline = ['TB_NETWORK', 'TB_TIMEOUT'].includes(codeOf(error));
      checkAt = now().getTime() + (isCutOff ? RETRY_MS : REFUSED_MS);
      tell({isCutOff, problem: isCutOff ? told.problem : codeOf(error)}, before);
      throw isOffline ? new TbError('TB_OFFLINE_NO_COPY', {cause: error}) : error;
    }
  }

  async function takeNewest({base, keys}: WherePublished): Promise<boolean> {
    const bytes = await download(fetchFile, {
      url: `${base}manifest.json`,
      limit: MANIFEST_BYTES,
      urgent: !list.version,
      fresh: true,
    });
    const manifest = await readManifest(bytes, keys);
    return takePublication(base, manifest, {device, list, now: now().toISOString(), saveData: pace.saveData()});
  }

  function problemOfKeeping(): ErrorCode | undefined {
    if (!canCheck()) return 'TB_INSECURE_CONTEXT';
    return device.isFull ? 'TB_CATALOGUE_NO_SPACE' : undefined;
  }

  /** A page that waits for its first list hears nothing: it gets its answer. */
  function tell(next: typeof told, before: Version | undefined): void {
    const isDifferent = list.version !== before || next.isCutOff !== told.isCutOff || next.problem !== told.problem;
    told = next;
    if (before && isDifferent) changed();
  }

  function onUse({publication}: Version, released: Promise<void>): void {
    released
      .then(() => device.sweep())
      .then(() => followTexts(publication, device, pace, () => list.version?.publication === publication))
      .then(() => {
        if (!isTextWanted) return;
        isTextWanted = false;
        changed();
      })
      .catch(() => undefined); // What is missing is brought when somebody asks for it.
  }

  const age = () => ({asOf: list.confirmedAt ?? now().toISOString(), stale: told.isCutOff});

  return {
    async search(input) {
      const query = parse(SearchQuery, input);
      const version = await ready();
      const known = age(); // What is being asked meanwhile, the next answer says.
      if (now().getTime() >= checkAt) check().catch(() => undefined);
      const result = await version.search(query);
      isTextWanted ||= query.tier === 'full' && result.tier === 'names';
      return {value: result, ...known};
    },

    async guide(taskCode) {
      await (loading ??= load());
      const guide = list.version && (await findGuide(list.version.publication, taskCode));
      return guide && {value: guide, ...age(), stale: true};
    },

    async state() {
      await (loading ??= load());
      const {problem} = told;
      if (!list.version) return {kept: false, texts: false, ...(problem && {problem})};
      const {base, manifest} = list.version.publication;
      const {edition, sequence, items, publishedAt} = manifest;
      const [row, missing] = await Promise.all([device.row(base), device.missing(textsOf(manifest))]);
      const kept = row?.active?.manifest.sequence === sequence;
      return {
        list: {edition, sequence, items, publishedAt},
        asOf: list.confirmedAt,
        kept,
        texts: missing.length === 0,
        ...(problem && {problem}),
      };
    },

    heard() {
      if (list.version) loading = load();
    },

    makeRoom: (bytes) => device.makeRoom(bytes),
  };
}
