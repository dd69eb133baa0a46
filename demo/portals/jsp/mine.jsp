<%@ include file="header.jspf" title="我的办件" nav="mine" %>
<div class="container">
  <ol class="breadcrumb" lang="zh-CN"><li><a href="/index.jsp">首页</a></li><li class="active">我的办件</li></ol>
  <div class="row"><div class="col-sm-8"><tb-progress></tb-progress><tb-outbox></tb-outbox></div><div class="col-sm-4"><tb-login></tb-login></div></div>
</div>
<%@ include file="footer.jspf" %>
