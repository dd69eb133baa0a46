<%@ include file="header.jspf" title="首页" nav="home" %>
<div class="container">
  <div id="marquee" lang="zh-CN"><b>通知公告：</b><a href="/column.jsp">长三角“一网通办”专栏已开通，沪苏浙皖居民可用本省账号登录办理</a></div>
  <div class="row">
    <div class="col-sm-8">
      <ul class="nav nav-tabs" id="tabs" lang="zh-CN"><li class="active"><a href="#t1" data-toggle="tab">个人办事</a></li><li><a href="#t2" data-toggle="tab">法人办事</a></li><li><a href="#t3" data-toggle="tab">阳光政务</a></li></ul>
      <div class="tab-content" lang="zh-CN">
        <div class="tab-pane active" id="t1"><table class="table table-bordered" id="themes"><tr><td>户籍办理</td><td>社会保障</td><td>住房保障</td><td>医疗卫生</td></tr><tr><td>婚姻登记</td><td>教育科研</td><td>就业创业</td><td>证件办理</td></tr></table></div>
        <div class="tab-pane" id="t2"><table class="table table-bordered"><tr><td>设立变更</td><td>准营准办</td><td>资质认证</td><td>年检年审</td></tr></table></div>
        <div class="tab-pane" id="t3"><p>办件公示、结果公示。</p></div>
      </div>
      <div class="panel panel-primary"><div class="panel-heading" lang="zh-CN"><h3 class="panel-title">长三角通办专栏 · 查事项</h3></div><div class="panel-body">
        <tb-search scope="all"><a href="/column.jsp">进入专栏查找事项</a></tb-search>
      </div></div>
    </div>
    <div class="col-sm-4">
      <div class="panel panel-primary"><div class="panel-heading" lang="zh-CN"><h3 class="panel-title">用户登录</h3></div><div class="panel-body"><tb-login><a href="/column.jsp">登录</a></tb-login></div></div>
      <div class="panel panel-default"><div class="panel-heading" lang="zh-CN"><h3 class="panel-title">站内检索</h3></div><div class="panel-body">
        <form id="site-search" class="form-inline" lang="zh-CN"><input type="text" name="q" class="form-control" placeholder="请输入关键字" /> <button type="submit" class="btn btn-primary">搜索</button></form>
      </div></div>
      <div class="panel panel-default"><div class="panel-heading" lang="zh-CN"><h3 class="panel-title">办件公示</h3></div><table class="table table-striped" lang="zh-CN"><tr><td>企业登记</td><td>今日 1283</td></tr><tr><td>社保服务</td><td>今日 3920</td></tr><tr><td>公积金</td><td>今日 876</td></tr></table></div>
    </div>
  </div>
</div>
<%@ include file="footer.jspf" %>
