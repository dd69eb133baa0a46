import {css} from 'lit';

/**
 * The tokens a designer changes, set on a tag or any ancestor as `--tb-…`. Every value meets WCAG 2.2 AA on its surface.
 * Inside, styles read the `--_…` twin, which carries the default.
 */
export const tokens = css`
  .r {
    --_primary: var(--tb-color-primary, #0b57b0);
    --_primary-strong: var(--tb-color-primary-strong, #083f80);
    --_primary-soft: var(--tb-color-primary-soft, #e8f0fb);
    --_on-primary: var(--tb-color-on-primary, #fff);
    --_text: var(--tb-color-text, #1d2129);
    --_text-soft: var(--tb-color-text-soft, #555e6b);
    --_surface: var(--tb-color-surface, #fff);
    --_surface-soft: var(--tb-color-surface-soft, #f5f7fa);
    --_line: var(--tb-color-line, #d5dae1);
    --_line-strong: var(--tb-color-line-strong, #7a8494);
    --_danger: var(--tb-color-danger, #b3261e);
    --_danger-soft: var(--tb-color-danger-soft, #fdeceb);
    --_warning: var(--tb-color-warning, #8a4b00);
    --_warning-soft: var(--tb-color-warning-soft, #fff4e0);
    --_success: var(--tb-color-success, #1b6e37);
    --_success-soft: var(--tb-color-success-soft, #e8f5ec);
    --_focus: var(--tb-color-focus, #d97700);
    --_radius: var(--tb-radius, 6px);
    --_font-cjk: 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC';
    --_font: var(--tb-font, var(--_font-cjk), sans-serif);
    --_font-size: var(--tb-font-size, 16px);
  }
`;
