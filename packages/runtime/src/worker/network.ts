/** Whether the gateway can be reached: from what requests really ended with; the browser's own word only says when to look again. */
export interface Network {
  readonly online: boolean;
  /** A request got an answer, or could not. */
  heard(reached: boolean): void;
  /** The browser's word, passed on by the page. */
  said(online: boolean): void;
}

/** `fetch` that tells the network what it met. An abort says nothing about it. */
export function fetchVia(network: Pick<Network, 'heard'>): typeof fetch {
  return async (input, init) => {
    try {
      const response = await fetch(input, init); // Called as a plain function, whoever holds it.
      network.heard(true);
      return response;
    } catch (cause) {
      if (!init?.signal?.aborted) network.heard(false);
      throw cause;
    }
  };
}

export function watchNetwork(onChange: (online: boolean) => void, onMaybeBack: () => void): Network {
  let online = true;
  const set = (next: boolean) => {
    if (next === online) return;
    online = next;
    onChange(online);
  };
  const said = (word: boolean) => (word ? onMaybeBack() : set(false));
  return {
    get online() {
      return online;
    },
    heard(reached) {
      const wasOffline = !online;
      set(reached);
      if (reached && wasOffline) onMaybeBack();
    },
    said,
  };
}
