/// <reference types="vite/client" />
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
      });
    }
  });
}

function inWords({type, result}: Report): string {
  const violations = result?.violations ?? [];
  return [
    type,
    ...violations.map(({id, help, nodes}) => `${id}: ${help} ${nodes.map(({html}) => html).join(' ')}`),
  ].join('\n  ');
}
