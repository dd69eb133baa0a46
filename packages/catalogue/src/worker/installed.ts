import {TbError} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {SearchQuery, type SearchResult} from '@tongban/domain/guide/search.js';
import {parse} from '@tongban/domain/parse.js';
import type {CatalogueState, Shown} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {CatalogueStore} from './catalogue-store.js';
import {canCheck} from './check-part.js';
import {createComparison} from './comparison.js';
import {createDevice} from './device.js';
import type {FetchFile} from './download.js';
import {followTexts, politePace, type Pace} from './follow-texts.js';
import {findGuide} from './installed-guide.js';
import {textsOf} from './installed-row.js';
import {newest, type Fetch} from './kept-copy.js';
import {createListInUse} from './list-in-use.js';
import type {Version} from './version.js';
import {parseWhere} from './where-published.js';

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
  // What cannot be checked is not kept: on plain http the list is searched from memory.
  const device = createDevice(canCheck() ? openStore : () => Promise.reject(new TbError('TB_INSECURE_CONTEXT')));
  const list = createListInUse({
    device,
    fetchFile,
    groups,
    onUse: (_, released) => void released.then(() => device.sweep()),
  });
  const comparison = createComparison({
    where: () => where(fetchWhere),
    ...{fetchFile, device, list, now, onEnd},
    saveData: () => pace.saveData(),
  });
  let loading: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  /** Somebody searched the texts and got the names. */
  let isTextWanted = false;

  const where = async (ask: Fetch) =>
    newest(
      {kind: 'packs', key: [source, 'where'], fetch: ask, parse: parseWhere},
      await openStore().catch(() => undefined),
      now,
    );

  /** What lies on this device is searched without asking anybody. */
  const load = () =>
    where(() => Promise.reject(new TbError('TB_NETWORK')))
      .then(({value: {base}}) => list.adopt(base))
      .catch(() => undefined);

  async function ready(): Promise<Version> {
    await (loading ??= load());
    if (!list.version) await comparison.run();
    if (!list.version) throw new TbError('TB_OFFLINE_NO_COPY');
    return list.version;
  }

  function onEnd(isDifferent: boolean): void {
    if (isDifferent) changed();
    if (!comparison.isCutOff) following ??= follow().finally(() => (following = undefined));
  }

  /** What does not come now is brought when somebody asks for it, or after the next comparison. */
  async function follow(): Promise<void> {
    const publication = list.version?.publication;
    if (!publication) return;
    const wasFull = device.isFull;
    await followTexts(publication, device, pace, () => list.version?.publication === publication).catch(
      () => undefined,
    );
    if (isTextWanted || device.isFull !== wasFull) {
      isTextWanted = false;
      changed();
    }
    if (list.version?.publication !== publication) await follow();
  }

  const age = () => ({asOf: list.confirmedAt ?? now().toISOString(), stale: comparison.isCutOff});

  function problem(): Pick<CatalogueState, 'problem'> {
    const code =
      comparison.refused ??
      (canCheck() ? undefined : 'TB_INSECURE_CONTEXT') ??
      (device.isFull ? 'TB_CATALOGUE_NO_SPACE' : undefined);
    return code === undefined ? {} : {problem: code};
  }

  return {
    async search(input) {
      const query = parse(SearchQuery, input);
      const version = await ready();
      const known = age(); // What is being asked meanwhile, the next answer says.
      if (comparison.isDue()) comparison.run().catch(() => undefined);
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
      if (!list.version) return {kept: false, texts: false, ...problem()};
      const {base, manifest} = list.version.publication;
      const {edition, sequence, items, publishedAt} = manifest;
      const [row, missing] = await Promise.all([device.row(base), device.missing(textsOf(manifest))]);
      const [kept, texts] = [row?.active?.manifest.sequence === sequence, missing.length === 0];
      return {list: {edition, sequence, items, publishedAt}, asOf: list.confirmedAt, kept, texts, ...problem()};
    },

    heard() {
      if (list.version) loading = load();
    },

    makeRoom: (bytes) => device.makeRoom(bytes),
  };
}
