<%@ include file="header.jspf" title="服务评价" nav="mine" %>
<div class="container">
  <ol class="breadcrumb" lang="zh-CN"><li><a href="/index.jsp">首页</a></li><li class="active">服务评价</li></ol>
  <tb-rating id="rating" case="${param.case}" act="${param.act}"></tb-rating>
</div>
<%@ include file="footer.jspf" %>
