import type {ReactiveControllerHost} from 'lit';
import type {Portal} from '@tongban/domain/portal.js';
import type {DraftKeeper} from './draft-keeper.js';
import type {FileNews, UploadActions} from './upload-view.js';

/** Hands files to the portal one by one and keeps word of those it would not take. How they travel is in the draft. */
export class Uploads implements UploadActions {
  readonly #host: ReactiveControllerHost;
  readonly #portal: () => Portal | undefined;
  readonly #keeper: DraftKeeper;
  readonly #sentence: (error: unknown) => string;
  readonly #news = new Map<string, readonly FileNews[]>();

  constructor(host: ReactiveControllerHost, keeper: DraftKeeper, {portal, sentence}: {portal: () => Portal | undefined; sentence: (error: unknown) => string}) {
    this.#host = host;
    this.#keeper = keeper;
    this.#portal = portal;
    this.#sentence = sentence;
  }

  readonly newsOf = (materialId: string): readonly FileNews[] => this.#news.get(materialId) ?? [];

  readonly add = (materialId: string, files: readonly File[]): void => {
    this.#set(materialId, files.map(({name}) => ({fileName: name})));
    void this.#addAll(materialId, files);
  };

  readonly remove = (attachmentId: string): void => {
    const {draft} = this.#keeper;
    if (!draft) return;
    const materialId = draft.attachments.find((attachment) => attachment.attachmentId === attachmentId)?.materialId ?? '';
    this.#keeper
      .change((port, draftId) => port.detach(draftId, attachmentId))
      .catch((error: unknown) => this.#set(materialId, [{fileName: '', reason: this.#sentence(error)}]));
  };

  async #addAll(materialId: string, files: readonly File[]): Promise<void> {
    for (const file of files) {
      const {draft} = this.#keeper;
      const portal = this.#portal();
      if (!portal || !draft) return;
      const news = this.newsOf(materialId);
      const rest = news.filter(({fileName}) => fileName !== file.name);
      await portal.cases.attach(draft.draftId, materialId, file, file.name).then(
        () => this.#set(materialId, rest),
        (error: unknown) => this.#set(materialId, [...rest, {fileName: file.name, reason: this.#sentence(error)}]),
      );
    }
    await this.#keeper.reread();
  }

  #set(materialId: string, news: readonly FileNews[]): void {
    this.#news.set(materialId, news);
    this.#host.requestUpdate();
  }
}
