// The portal's own script: it answers what the kit's tags announce.
const go = (path, params) => location.assign(`${path}?${new URLSearchParams(params)}`);
addEventListener('tb-item-selected', (event) => go('/item', {item: event.taskCode}));
addEventListener('tb-apply-request', (event) => { event.preventDefault(); go('/apply', {item: event.taskCode}); });
addEventListener('tb-supplement-request', (event) => { event.preventDefault(); go('/apply', {case: event.caseNo}); });
addEventListener('tb-case-selected', (event) => go('/case', {case: event.caseNo}));
addEventListener('tb-progress-request', (event) => { event.preventDefault(); go('/case', {case: event.caseNo}); });
addEventListener('tb-rate-request', (event) => { event.preventDefault(); go('/rate', {case: event.caseNo, act: event.act}); });

const ticket = /^#ticket=([\w.-]+)$/.exec(location.hash);
if (ticket) {
  const rating = document.querySelector('tb-rating');
  rating.removeAttribute('case');
  rating.setAttribute('ticket', ticket[1]);
  history.replaceState(null, '', location.pathname);
}

const province = document.querySelector('tb-province');
const elder = document.querySelector('#elder');
const lang = document.querySelector('#lang');
const elderWords = {zh: ['长辈版', '标准版'], en: ['Large text', 'Standard text']};
const show = () => {
  province.setAttribute('text-size', sessionStorage.elder ? 'elder' : 'normal');
  document.documentElement.lang = sessionStorage.english ? 'en' : 'zh-CN';
  lang.textContent = sessionStorage.english ? '中文' : 'English';
  lang.lang = sessionStorage.english ? 'zh-CN' : 'en';
  elder.textContent = elderWords[sessionStorage.english ? 'en' : 'zh'][sessionStorage.elder ? 1 : 0];
  for (const part of document.querySelectorAll('[data-en]')) {
    part.dataset.zh ??= part.textContent;
    part.textContent = sessionStorage.english ? part.dataset.en : part.dataset.zh;
  }
};
elder.addEventListener('click', () => { sessionStorage.elder = sessionStorage.elder ? '' : '1'; show(); });
lang.addEventListener('click', () => { sessionStorage.english = sessionStorage.english ? '' : '1'; show(); });
show();
