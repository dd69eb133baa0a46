import type {Guide} from '@tongban/domain/guide/guide.js';
import type {FileFault} from '../file-fault.js';
import type {LintedText} from '../lint-text.js';

export interface PreviewWish {
  /** Name of the file, as it is shown. */
  readonly file: string;
  readonly linted: LintedText;
  /** Which of several guides; the first when it names none of them. */
  readonly taskCode: string | undefined;
  /** Whose rules; the guide's own region when absent. */
  readonly region: string | undefined;
  readonly origin: string;
}

/** The page beside the editor: the guide as a portal shows it, and what is wrong with it. Without a guide, the faults alone. */
export function previewPage({file, linted, taskCode, region, origin}: PreviewWish): string {
  const {guides, faults} = linted;
  const guide = guides.find((one) => one.taskCode === taskCode) ?? guides[0];
  const shownRegion = region ?? guide?.region ?? '';
  const errors = faults.filter(({severity}) => severity === 'error').length;
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(guide?.name ?? file)} · 预览</title>
<link rel="stylesheet" href="/preview.css">
<script src="/preview.js" defer></script>
${guide ? `<script type="module" src="/kit/tongban.js" data-gateway="${escapeHtml(origin)}" data-region="${escapeHtml(shownRegion)}"></script>` : ''}
<header>
  <h1>预览 <span lang="en">Preview</span>：${escapeHtml(file)}</h1>
  ${guide ? choices(guides, guide, shownRegion) : ''}
</header>
<main>
${guide ? shown(guide, shownRegion) : nothingToShow}
</main>
<aside aria-labelledby="findings">
  <h2 id="findings">检查结果 <span lang="en">Findings</span></h2>
  <p role="status">${errors} 处错误，${faults.length - errors} 处提醒。<span lang="en">${errors} errors, ${faults.length - errors} warnings.</span></p>
  <ol>${faults.map(findingItem).join('')}</ol>
</aside>
</html>
`;
}

const nothingToShow = `<p class="broken">文件里没有可以显示的指南，请先改正右边的错误；保存后本页自动刷新。
<span lang="en">The file holds no guide that can be shown. Mend the errors listed; this page reloads when the file is saved.</span></p>`;

function shown({taskCode}: Guide, region: string): string {
  const attributes = `item="${escapeHtml(taskCode)}" for-region="${escapeHtml(region)}"`;
  return `<section><h2>办事指南 <span lang="en">Guide</span></h2><tb-item-guide ${attributes}></tb-item-guide></section>
<section><h2>材料清单 <span lang="en">Checklist</span></h2><tb-material-checklist ${attributes}></tb-material-checklist></section>`;
}

/** Links to the other guides of the file, and to the regions that do something differently. */
function choices(guides: readonly Guide[], guide: Guide, region: string): string {
  const link = (taskCode: string, to: string, label: string, isCurrent: boolean) =>
    `<a href="/?${escapeHtml(String(new URLSearchParams({guide: taskCode, region: to})))}"${isCurrent ? ' aria-current="page"' : ''}>${escapeHtml(label)}</a>`;
  const regions = [...new Set([guide.region, ...guide.deltas.map((delta) => delta.region), region])];
  const others = guides.map((one) => link(one.taskCode, one.region, one.name, one === guide));
  return `<nav aria-label="地区">${regions.map((one) => link(guide.taskCode, one, one, one === region)).join(' ')}</nav>
  ${guides.length > 1 ? `<nav aria-label="指南">${others.join(' ')}</nav>` : ''}`;
}

function findingItem({line, column, code, rule, severity, path, zh, en}: FileFault): string {
  const name = typeof rule === 'number' ? `规则 ${rule}` : rule;
  return `<li class="${severity}"><b>${line}:${column}</b> <code>${escapeHtml(path)}</code> ${escapeHtml(zh)}
    <span lang="en">${escapeHtml(en)}</span> <small>${escapeHtml(code)} ${escapeHtml(name)}</small></li>`;
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
