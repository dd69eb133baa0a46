import {ContextConsumer} from '@lit/context';
import type {Change, Portal} from '@tongban/domain/portal.js';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {defaultPortal, portalContext} from './portal-context.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Gets an element its `Portal`: from a property set by hand (stories, tests), else from the nearest `<tb-province>`, else the
 * document's default. Tells the element about changes while it is connected.
 */
export class PortalUser implements ReactiveController {
  portal: Portal | undefined;

  readonly #host: Host;
  readonly #onChange: (change: Change) => void;
  #stop: (() => void) | undefined;
  #provided = false;

  constructor(host: Host, onChange: (change: Change) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
    new ContextConsumer(host, {
      context: portalContext,
      subscribe: true,
      callback: (portal?: Portal) => {
        this.#provided = true;
        if (portal) this.use(portal); // A province answers before its portal is there.
      },
    });
  }

  /** Takes this portal from now on. */
  use(portal: Portal): void {
    if (portal === this.portal) return;
    this.#stop?.();
    this.#stop = undefined;
    this.portal = portal;
    if (this.#host.isConnected) this.#listen();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#listen();
    void defaultPortal().then((portal) => {
      if (!this.#provided && this.portal === undefined) this.use(portal);
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #listen(): void {
    if (!this.#stop && this.portal) this.#stop = this.portal.onChange(this.#onChange);
  }
}
