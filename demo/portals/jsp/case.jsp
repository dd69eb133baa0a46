<%@ include file="header.jspf" title="办理进度" nav="mine" %>
<div class="container">
  <ol class="breadcrumb" lang="zh-CN"><li><a href="/index.jsp">首页</a></li><li><a href="/mine.jsp">我的办件</a></li><li class="active">办理进度</li></ol>
  <div class="row">
    <div class="col-sm-8"><tb-progress id="progress" case="${param.case}"></tb-progress></div>
    <div class="col-sm-4"><tb-login></tb-login><div class="panel panel-default"><div class="panel-heading" lang="zh-CN"><h3 class="panel-title">材料清单</h3></div><div class="panel-body"><tb-material-checklist case="${param.case}"></tb-material-checklist></div></div></div>
  </div>
</div>
<%@ include file="footer.jspf" %>
