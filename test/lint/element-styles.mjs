/**
 * What styles of elements must not hold. Styles reach the browser as written, so everything newer than Chromium 86 is
 * ignored there without a word; and `rem` follows the host page, which may set its root font size to anything.
 * Years of arrival: MDN browser-compat-data.
 */
const forbidden = [
  {pattern: /\d(?:\.\d+)?rem\b/, name: 'rem', reason: 'it follows the root font size of the host page; use em or px'},
  {pattern: /:has\(/, name: ':has()', reason: 'Chromium has it since 105'},
  {pattern: /:is\(/, name: ':is()', reason: 'Chromium has it since 88'},
  {pattern: /:where\(/, name: ':where()', reason: 'Chromium has it since 88'},
  {pattern: /@layer\b/, name: '@layer', reason: 'Chromium has it since 99'},
  {pattern: /@container\b/, name: '@container', reason: 'Chromium has it since 105'},
  {pattern: /color-mix\(/, name: 'color-mix()', reason: 'Chromium has it since 111'},
  {pattern: /light-dark\(/, name: 'light-dark()', reason: 'Chromium has it since 123'},
  {pattern: /\d(?:\.\d+)?[sld]v[hwib]\b/, name: 'svh, lvh, dvh', reason: 'Chromium has them since 108'},
  {
    pattern: /(?:^|[\s;{])inset(?:-(?:block|inline)(?:-start|-end)?)?\s*:/,
    name: 'inset',
    reason: 'Chromium has it since 87; use top, right, bottom, left',
  },
  {
    pattern: /(?:^|[\s;{])(?:margin|padding)-(?:inline|block)\s*:/,
    name: 'margin-inline, padding-inline',
    reason: 'Chromium has the shorthands since 87; use -start and -end',
  },
  {pattern: /(?:^|[\s;{])aspect-ratio\s*:/, name: 'aspect-ratio', reason: 'Chromium has it since 88'},
  {pattern: /(?:^|[;{}])\s*&/, name: 'nesting', reason: 'Chromium has it since 112'},
];

/** Checks what stands in css`…`. */
export const elementStyles = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {forbidden: '{{name}} does not belong in the styles of an element: {{reason}}.'},
  },
  create(context) {
    return {
      'TaggedTemplateExpression[tag.name="css"] TemplateElement'(node) {
        const text = node.value.raw.replace(/\/\*[\s\S]*?\*\//g, '');
        for (const {pattern, name, reason} of forbidden) {
          if (pattern.test(text)) context.report({node, messageId: 'forbidden', data: {name, reason}});
        }
      },
    };
  },
};
