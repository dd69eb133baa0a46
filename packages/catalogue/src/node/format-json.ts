/** JSON with one record a line, so that a list of thousands still has a readable difference. The same value gives the same bytes. */
export function formatJson(value: unknown): string {
  if (Array.isArray(value)) return `${formatRows(value, '')}\n`;
  if (typeof value !== 'object' || value === null) return `${JSON.stringify(value)}\n`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const lines = entries.map(
    ([key, part]) => `  ${JSON.stringify(key)}: ${isRows(part) ? formatRows(part, '  ') : JSON.stringify(part)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

const isRows = (value: unknown): value is unknown[] => Array.isArray(value) && typeof value[0] === 'object';

function formatRows(rows: readonly unknown[], indent: string): string {
  if (rows.length === 0) return '[]';
  return `[\n${rows.map((row) => `${indent}  ${JSON.stringify(row)}`).join(',\n')}\n${indent}]`;
}
