import type {TextSize} from '@tongban/base/settings.js';
import type {TemplateResult} from 'lit';

/** The languages and sizes every state of every tag is shown in. */
export type Lang = 'zh-CN' | 'en';
export type Size = Extract<TextSize, 'normal' | 'elder'>;

/** One story as Storybook reads it. */
export interface Story {
  render(): TemplateResult;
  /** Steps that lead to the state, where drawing alone does not. */
  play?(at: {canvasElement: HTMLElement}): Promise<void>;
}

/**
 * Makes the stories of one tag. The test of stories holds their names: state, language, size, as in `ReadyZhNormal`.
 *
 * @param draw Draws the tag in one state; put the two attributes on the tag.
 */
export function statesOf<State extends string>(draw: (state: State, look: {lang: Lang; size: Size}) => TemplateResult) {
  return (state: State, lang: Lang, size: Size): Story => ({render: () => draw(state, {lang, size})});
}

