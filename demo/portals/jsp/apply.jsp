<%@ include file="header.jspf" title="在线申请" nav="column" %>
<div class="container">
  <ol class="breadcrumb" lang="zh-CN"><li><a href="/index.jsp">首页</a></li><li><a href="/item.jsp?item=${param.item}">办事指南</a></li><li class="active">在线申请</li></ol>
  <div class="row">
    <div class="col-sm-9"><tb-application-form id="form" item="${param.item}" case="${param.case}" for-region="310000"></tb-application-form></div>
    <div class="col-sm-3"><tb-login></tb-login></div>
  </div>
</div>
<%@ include file="footer.jspf" %>
