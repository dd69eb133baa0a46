import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with {type: 'json'};
import {surrounded, surroundings} from './surroundings.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: surroundings,
  initialGlobals: {lang: 'zh-CN', textSize: 'normal'},
  decorators: [surrounded],
  parameters: {a11y: {test: 'error'}},
};

export default preview;
