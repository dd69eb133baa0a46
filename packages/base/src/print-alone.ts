import {render, type CSSResult, type TemplateResult} from 'lit';

/**
 * Prints one thing on its own page, whatever the host page around it looks like: in a hidden frame of this document, which needs
 * no popup and no inline style. Resolves when the print dialog has been closed or the printer has it.
 */
export async function printAlone(title: string, content: TemplateResult, styles: readonly CSSResult[]): Promise<void> {
  const frame = document.createElement('iframe');
  // Not `hidden`: a frame without a box prints empty or not at all in Firefox.
  Object.assign(frame.style, {position: 'fixed', right: '0', bottom: '0', width: '0', height: '0', border: '0', visibility: 'hidden'});
  frame.title = title;
  document.body.append(frame);
  const page = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page) return frame.remove();
  try {
    page.document.title = title;
    page.document.documentElement.lang = document.documentElement.lang;
    adopt(page, styles);
    render(content, page.document.body);
    const printed = new Promise<void>((resolve) => page.addEventListener('afterprint', () => resolve(), {once: true}));
    page.focus();
    page.print(); // Blocks in most browsers; where it does not, the page must live until `afterprint`.
    await Promise.race([printed, pageIsBack()]);
  } finally {
    frame.remove();
  }
}

/** A sheet belongs to the document it was made in, so the frame gets its own. */
function adopt(page: Window & typeof globalThis, styles: readonly CSSResult[]): void {
  page.document.adoptedStyleSheets = styles.map(({cssText}) => {
    const sheet = new page.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}

/** Some browsers never fire `afterprint` in a frame: the next key or press on the page says that the dialog is gone. */
const pageIsBack = () => new Promise<void>((resolve) => ['pointerdown', 'keydown'].forEach((type) => window.addEventListener(type, () => resolve(), {once: true, capture: true})));
