/** What came out of the printer. */
export interface Printout {
  readonly words: string;
  /** QR codes, and controls, which no paper has. */
  readonly codes: number;
  readonly buttons: number;
  /** Boxes of the frame it was printed from: without one, Firefox prints nothing. */
  readonly box: number;
}

/**
 * Stands in for the print dialog of the next frame of this page: nobody is there to close a real one, and a browser without a
 * screen waits for that. Catches what would be printed, and then says that the dialog has closed.
 */
export function nextPrintout(): Promise<Printout> {
  return new Promise((resolve) => {
    const {body} = document;
    body.append = (...nodes) => {
      Reflect.deleteProperty(body, 'append');
      body.append(...nodes);
      const [frame] = nodes as [HTMLIFrameElement];
      const page = frame.contentWindow!;
      const count = (what: string) => page.document.querySelectorAll(what).length;
      page.print = () => {
        resolve({words: page.document.body.textContent ?? '', codes: count('.qr path'), buttons: count('button'), box: frame.getClientRects().length});
        page.dispatchEvent(new Event('afterprint'));
      };
    };
  });
}
