/** How a host's element looks, whatever stands in it: computed properties that no content of a tag may change. */
export const probedProperties = [
  'align-items', 'background-attachment', 'background-color', 'background-image', 'background-position-x', 'background-position-y', 'background-repeat', 'background-size',
  'border-bottom-color', 'border-bottom-style', 'border-bottom-width', 'border-collapse', 'border-left-color', 'border-left-style', 'border-left-width',
  'border-right-color', 'border-right-style', 'border-right-width', 'border-spacing', 'border-top-color', 'border-top-left-radius', 'border-top-right-radius', 'border-top-style', 'border-top-width',
  'box-shadow', 'box-sizing', 'clear', 'clip', 'color', 'color-scheme', 'cursor', 'direction', 'display', 'filter', 'flex-direction', 'flex-grow', 'float',
  'font-family', 'font-feature-settings', 'font-kerning', 'font-size', 'font-style', 'font-variant', 'font-weight', 'gap', 'hyphens', 'isolation', 'justify-content',
  'letter-spacing', 'line-height', 'list-style-image', 'list-style-position', 'list-style-type', 'margin-bottom', 'margin-left', 'margin-right', 'margin-top',
  'max-width', 'min-height', 'min-width', 'opacity', 'order', 'outline-color', 'outline-style', 'outline-width', 'overflow-wrap', 'overflow-x', 'overflow-y',
  'padding-bottom', 'padding-left', 'padding-right', 'padding-top', 'pointer-events', 'position', 'scroll-behavior', 'table-layout', 'text-align', 'text-decoration-line', 'text-indent',
  'text-rendering', 'text-shadow', 'text-size-adjust', 'text-transform', 'transform', 'transition-property', 'unicode-bidi', 'user-select', 'vertical-align', 'visibility',
  'white-space', 'width', 'word-break', 'word-spacing', 'writing-mode', 'z-index', 'zoom',
] as const;
