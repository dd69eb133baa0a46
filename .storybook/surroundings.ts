import type {Decorator, Preview} from '@storybook/web-components-vite';
import {html} from 'lit';

/** The languages and text sizes a page may set; elements read them from the nearest ancestor that names them. */
export const surroundings: NonNullable<Preview['globalTypes']> = {
  lang: {
    description: 'Language of the page around the tag',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: [
        {value: 'zh-CN', title: '中文'},
        {value: 'en', title: 'English'},
      ],
    },
  },
  textSize: {
    description: 'Text size of the page around the tag',
    toolbar: {
      icon: 'zoom',
      dynamicTitle: true,
      items: [
        {value: 'normal', title: '标准 normal'},
        {value: 'large', title: '大字 large'},
        {value: 'elder', title: '长辈 elder'},
      ],
    },
  },
};

/** Draws a story inside an element that carries the chosen language and text size, as a portal page would. */
export const surrounded: Decorator = (story, {globals}) =>
  html`<div lang=${String(globals.lang)} text-size=${String(globals.textSize)}>${story()}</div>`;
