/// <reference types="vite/client" />
import {assert} from '@open-wc/testing';
import * as accessibility from '@storybook/addon-a11y/preview';
import * as renderer from '@storybook/web-components/entry-preview';
import {composeStories, composeStory, setProjectAnnotations} from 'storybook/preview-api';
import preview from '../.storybook/preview.js';

/** What this file uses of a story made portable. */
interface PortableStory {
  tags?: string[];
  run(): Promise<void>;
  reporting: {reports: Report[]};
}

interface Report {
  type: string;
  status: 'failed' | 'passed' | 'warning';
  result?: {violations?: {id: string; help: string; nodes: {html: string}[]}[]};
}

const project = setProjectAnnotations([renderer, accessibility, preview] as never);
const files = import.meta.glob<object>('../stories/**/*.stories.ts', {eager: true});

for (const [file, stories] of Object.entries(files)) {
  const portable = composeStories(stories as never, project as never, composeStory as never) as Record<
    string,
    PortableStory
  >;
  describe(file.replace('../stories/', ''), () => {
    for (const [name, story] of Object.entries(portable)) {
      if (!story.tags?.includes('test')) continue;
      it(`${name} draws, plays and is accessible`, async () => {
        await story.run();
        const failed = story.reporting.reports.filter(({status}) => status === 'failed');
        if (failed.length > 0) throw new Error(failed.map(inWords).join('\n'));
        if (/En(?:Normal|Elder)$/.test(name) && !file.includes('window')) assert.deepEqual(unmarkedChinese(document.body), []);
      });
    }
  });
}

/** Chinese words among English ones that do not say so: a screen reader would spell them out. */
function unmarkedChinese(root: Node): string[] {
  if (root instanceof Text) {
    const language = root.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
    return /\p{Script=Han}/u.test(root.data) && !language.startsWith('zh') ? [root.data.trim()] : [];
  }
  if (root instanceof HTMLStyleElement || root instanceof HTMLScriptElement) return [];
  const children = root instanceof HTMLElement && root.shadowRoot ? root.shadowRoot.childNodes : root.childNodes;
  return [...children].flatMap(unmarkedChinese);
}

function inWords({type, result}: Report): string {
  const violations = result?.violations ?? [];
  return [
    type,
    ...violations.map(({id, help, nodes}) => `${id}: ${help} ${nodes.map(({html}) => html).join(' ')}`),
  ].join('\n  ');
}
