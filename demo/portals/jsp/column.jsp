<%@ include file="header.jspf" title="长三角通办专栏" nav="column" %>
<div class="container">
  <ol class="breadcrumb" lang="zh-CN"><li><a href="/index.jsp">首页</a></li><li class="active">长三角通办专栏</li></ol>
  <div class="row">
    <div class="col-sm-8"><tb-search scope="all"><a href="/index.jsp">返回首页</a></tb-search></div>
    <div class="col-sm-4"><tb-login></tb-login></div>
  </div>
</div>
<%@ include file="footer.jspf" %>
