/**
 * Just enough of JSP for a portal of 2012: `<%@ include file="x" name="value" %>`, `${param.name}` and `${name}`. Every value is
 * escaped; an unknown name is empty.
 */
export function renderTemplate(source: string, values: Readonly<Record<string, string>>, include: (file: string) => string): string {
  const included = source.replace(/<%@ include file="([\w.-]+)"([^%]*)%>/g, (_, file: string, rest: string) => {
    const own = Object.fromEntries(Array.from(rest.matchAll(/(\w+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]));
    return renderTemplate(include(file), {...values, ...own, [`nav.${own['nav'] ?? ''}`]: 'active'}, include);
  });
  return included.replace(/\$\{([\w.]+)\}/g, (_, name: string) => escapeHtml(values[name] ?? ''));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
