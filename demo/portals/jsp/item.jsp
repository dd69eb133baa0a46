<%@ include file="header.jspf" title="办事指南" nav="column" %>
<div class="container">
  <ol class="breadcrumb" lang="zh-CN"><li><a href="/index.jsp">首页</a></li><li><a href="/column.jsp">长三角通办专栏</a></li><li class="active">办事指南</li></ol>
  <div class="row">
    <div class="col-sm-9"><tb-item-guide id="guide" item="${param.item}" for-region="310000"><a href="/column.jsp">查看办事指南</a></tb-item-guide></div>
    <div class="col-sm-3"><tb-login></tb-login></div>
  </div>
</div>
<%@ include file="footer.jspf" %>
