<%@ include file="header.jspf" title="正在登录" nav="home" %>
<div class="container"><p class="lead" lang="zh-CN">正在返回您刚才的页面……</p><tb-login></tb-login></div>
<%@ include file="footer.jspf" %>
