import type {Loa} from '@tongban/domain/acts/actor.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {ReactiveControllerHost} from 'lit';
import {personOf, type Ground} from './ground.js';

export interface SignInUse {
  portal: () => Portal | undefined;
  ground: () => Ground | undefined;
  /** Makes everything typed durable: signing in may leave the page. */
  save: () => Promise<unknown>;
  done: () => void;
  sentence: (error: unknown) => string;
}

/** Signs in from the middle of a form, or steps up, and keeps what is typed. */
export class SignIn {
  busy = false;
  problem: string | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #use: SignInUse;

  constructor(host: ReactiveControllerHost, use: SignInUse) {
    this.#host = host;
    this.#use = use;
  }

  readonly start = (minLoa?: Loa): void => {
    void this.#run(minLoa);
  };

  async #run(minLoa: Loa | undefined): Promise<void> {
    const portal = this.#use.portal();
    if (!portal || this.busy) return;
    this.#set(true, undefined);
    try {
      await this.#use.save();
      await portal.session.signIn({userType: this.#userType, ...(minLoa && {minLoa})});
      this.#use.done();
      this.#set(false, undefined);
    } catch (error) {
      this.#set(false, this.#use.sentence(error));
    }
  }

  /** Whoever is signed in steps up as such; an item for bodies alone asks for a firm's account. */
  get #userType(): 'person' | 'corp' {
    const ground = this.#use.ground();
    const forPersons = ground?.guide.serviceObjects.includes('1') ?? true;
    return (ground && personOf(ground)?.userType) ?? (forPersons ? 'person' : 'corp');
  }

  #set(busy: boolean, problem: string | undefined): void {
    this.busy = busy;
    this.problem = problem;
    this.#host.requestUpdate();
  }
}
