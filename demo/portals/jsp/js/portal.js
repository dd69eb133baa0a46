// The portal's own script, as it stood before the kit arrived, plus the lines that answer the kit's events.
// Portals of that age patch built-ins; this one does too.
Array.prototype.contains = function (value) { return $.inArray(value, this) >= 0; };
Date.prototype.format = function () { return this.getFullYear() + '年' + (this.getMonth() + 1) + '月' + this.getDate() + '日'; };

$(function () {
  $('#today').text(new Date().format());
  $('#site-search').submit(function () { alert('站内检索（演示）：' + $(this).serialize()); return false; });

  // What the kit's tags announce, answered with jQuery.
  $(document).on('tb-item-selected', function (e) { location.href = '/item.jsp?item=' + encodeURIComponent(e.originalEvent.taskCode); });
  $(document).on('tb-apply-request', function (e) { e.preventDefault(); location.href = '/apply.jsp?item=' + encodeURIComponent(e.originalEvent.taskCode); });
  $(document).on('tb-supplement-request', function (e) { e.preventDefault(); location.href = '/apply.jsp?case=' + encodeURIComponent(e.originalEvent.caseNo); });
  $(document).on('tb-case-selected', function (e) { location.href = '/case.jsp?case=' + encodeURIComponent(e.originalEvent.caseNo); });
  $(document).on('tb-rate-request', function (e) { e.preventDefault(); location.href = '/rate.jsp?case=' + encodeURIComponent(e.originalEvent.caseNo) + '&act=' + encodeURIComponent(e.originalEvent.act || ''); });
  $(document).on('tb-progress-request', function (e) { e.preventDefault(); location.href = '/case.jsp?case=' + encodeURIComponent(e.originalEvent.caseNo); });

  // A rating ticket from a QR code stands behind the #, so that it reaches no server log.
  var ticket = /^#ticket=([\w.-]+)$/.exec(location.hash);
  if (ticket) { $('#rating').removeAttr('case').attr('ticket', ticket[1]); history.replaceState(null, '', location.pathname); }

  $('#elder-switch').click(function () { setElder(sessionStorage.elder !== '1'); return false; });
  $('#lang-switch').click(function () { setEnglish(sessionStorage.english !== '1'); return false; });
  setElder(sessionStorage.elder === '1');
  setEnglish(sessionStorage.english === '1');
  function setElder(on) { sessionStorage.elder = on ? '1' : ''; $('tb-login,tb-search,tb-item-guide,tb-material-checklist,tb-application-form,tb-progress,tb-outbox,tb-rating').attr('text-size', on ? 'elder' : 'normal'); $('#elder-switch').text(on ? '标准版' : '长辈版'); }
  function setEnglish(on) { sessionStorage.english = on ? '1' : ''; $('html').attr('lang', on ? 'en' : 'zh-CN'); $('#lang-switch').text(on ? '中文' : 'English').attr('lang', on ? 'zh-CN' : 'en'); }
});
