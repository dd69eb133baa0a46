/** Reloads when the file is saved. An application cannot be begun here: there is nobody to send it to. */
export const previewScript = `
const changes = new EventSource('/changes');
changes.addEventListener('changed', () => location.reload());
document.addEventListener('tb-apply-request', (event) => event.preventDefault());
`;

export const previewStyle = `
body{margin:0;display:grid;grid-template-columns:minmax(0,1fr) 380px;grid-template-areas:"head head" "main side";font:16px/1.5 system-ui,sans-serif;color:#1f2329;background:#f5f6f8}
header{grid-area:head;padding:12px 24px;background:#fff;border-bottom:1px solid #d9dce1}
h1{font-size:18px;margin:0}
h2{font-size:16px;margin:0 0 12px}
nav{display:flex;flex-wrap:wrap;gap:4px 12px;margin-top:8px;font-size:14px;max-height:96px;overflow:auto}
a{color:#0b57b0}
a[aria-current]{font-weight:bold;color:inherit;text-decoration:none}
main{grid-area:main;padding:24px;display:grid;gap:24px;align-content:start}
section,aside{background:#fff;border:1px solid #d9dce1;border-radius:8px;padding:20px}
aside{grid-area:side;margin:24px 24px 24px 0;align-self:start;position:sticky;top:24px;max-height:calc(100vh - 90px);overflow:auto;font-size:14px}
ol{margin:0;padding:0;list-style:none}
li{border-left:4px solid #b26a00;padding:4px 0 4px 10px;margin:10px 0;overflow-wrap:anywhere}
li.error{border-color:#b3261e}
small,[lang=en]{color:#5c636e}
li [lang=en],.broken [lang=en]{display:block}
@media (max-width:900px){body{display:block}aside{margin:0 24px 24px;position:static;max-height:none}}
`;
