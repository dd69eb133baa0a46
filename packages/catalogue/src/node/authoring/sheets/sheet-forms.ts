import * as codes from '../code-words.js';
import {
  choiceForm,
  codeForm,
  dateForm,
  digitsForm,
  idForm,
  listForm,
  numberForm,
  regionForm,
  textForm,
} from './cell-form.js';
import {column, type SheetForm} from './column.js';
import {limitForm, linesForm, optionsForm, waiversForm} from './special-forms.js';

const required = {need: 'required'} as const;
const yesNo = choiceForm(codes.yesNo);

/** Which item a row belongs to. May be left out where a file has one item only. */
const OF_ITEM = [
  column('实施编码', '@code', codeForm, {
    also: ['事项编码', '事项实施编码'],
    fillDown: 'item',
    help: '只有一个事项时可不填',
  }),
  column('事项名称', '@name', textForm, {also: ['事项'], fillDown: 'item', help: '可不填'}),
];
const condition = (title: string, path: string) =>
  column(title, path, textForm, {
    also: ['条件', '情形'],
    help: '空白为所有人；如 channel=agent，或 谁来办理=委托他人办理',
  });

const item: SheetForm = {
  kind: 'item',
  name: '事项',
  signature: ['事项名称', '实施编码', '法定时限'],
  columns: [
    column('事项名称', 'name', textForm, {...required, also: ['事项']}),
    column('实施编码', 'taskCode', codeForm, {
      ...required,
      also: ['事项编码', '事项实施编码'],
      help: '31 位，文本格式',
    }),
    column('基本编码', 'catalogCode', digitsForm(12), {
      also: ['基本目录编码'],
      help: '12 位；空白时取实施编码后 12 位',
    }),
    column('行政区划', 'region', regionForm, {...required, also: ['行政区划代码', '区划代码'], help: '六位代码'}),
    column('版本', 'version', numberForm, {...required, also: ['版本号'], help: '整数，每改一次加 1'}),
    column('生效日期', 'effective.0', dateForm, {...required, help: '2026-01-01'}),
    column('失效日期', 'effective.1', dateForm, {also: ['终止日期'], help: '没有就空白'}),
    column('日常用语', 'plainName', textForm, {help: '群众怎么叫这件事'}),
    column('关键词', 'keywords', listForm(textForm), {help: '用分号隔开'}),
    column('事项类型', 'itemType', choiceForm(codes.itemTypes), {...required, help: '如 行政许可、公共服务'}),
    column('办件类型', 'projectType', choiceForm(codes.projectTypes), {help: '空白时按承诺时限定'}),
    column('主题', 'themes', listForm(textForm), {also: ['主题分类', '事项主题'], help: '用分号隔开'}),
    column('服务对象', 'serviceObjects', listForm(choiceForm(codes.serviceObjects)), {
      ...required,
      help: '自然人；企业法人',
    }),
    column('实施机构', 'dept.name', textForm, {...required, also: ['实施主体', '实施部门']}),
    column('机构代码', 'dept.code', digitsForm(18), {
      also: ['统一社会信用代码', '实施机构代码'],
      help: '空白时取实施编码前 18 位',
    }),
    column('法定时限', 'legal', limitForm, {...required, also: ['法定办结时限'], help: '如 5个工作日、未定'}),
    column('法定时限说明', 'legal.note', textForm),
    column('承诺时限', 'promised', limitForm, {...required, also: ['承诺办结时限'], help: '如 3个工作日、即办'}),
    column('承诺时限说明', 'promised.note', textForm),
    column('到现场次数', 'onsite.times', numberForm, {...required, also: ['到办事现场次数'], help: '不用到现场填 0'}),
    column('必须到现场的原因', 'onsite.reason', textForm, {also: ['必须现场办理原因', '到现场原因']}),
    column('办理形式', 'handleForms', listForm(choiceForm(codes.handleForms)), {
      ...required,
      help: '窗口办理；网上办理',
    }),
    column('网办深度', 'onlineDepth', choiceForm(codes.onlineDepths), {...required, also: ['网上办理深度']}),
    column('网上支付', 'payOnline', yesNo, {also: ['是否网上支付'], help: '收费事项填 是/否'}),
    column('预约', 'offers.appointment', yesNo, {also: ['是否支持预约']}),
    column('快递', 'offers.courier', yesNo, {also: ['是否支持快递', '物流快递']}),
    column('自助终端', 'offers.terminal', yesNo, {also: ['是否支持自助终端']}),
    column('认证等级', 'minLoa', choiceForm(codes.levels), {...required, also: ['实名等级'], help: '1 至 4'}),
    column('通办方式', 'modes', listForm(choiceForm(codes.modes)), {...required, help: '全程网办；代收代办'}),
    column('主要通办方式', 'primaryMode', choiceForm(codes.modes), {help: '空白时取第一种'}),
    column('申请地', 'applyAt', textForm),
    column('决定机关', 'decideAt', textForm),
    column('受理条件', 'acceptConditions', linesForm, {help: '一行一条（Alt+回车换行）'}),
    column('咨询电话', 'consultPhone', codeForm, {also: ['咨询方式'], help: '带区号，如 021-12345678'}),
    column('投诉电话', 'complainPhone', codeForm, {also: ['监督电话', '监督投诉方式', '监督投诉电话']}),
  ],
};

const situation: SheetForm = {
  kind: 'situation',
  name: '情形',
  signature: ['问题', '选项'],
  columns: [
    ...OF_ITEM,
    column('问题编号', 'id', idForm, {fillDown: 'question', help: '英文，定了不要改；空白时自动生成'}),
    column('问题', 'question', textForm, {...required, fillDown: 'question'}),
    column('选项编号', 'option.id', idForm, {help: '英文，定了不要改；空白时自动生成'}),
    column('选项', 'option.label', textForm, required),
    column('出现条件', 'showIf', textForm, {fillDown: 'question', help: '空白为总是问'}),
  ],
};

const material: SheetForm = {
  kind: 'material',
  name: '材料',
  signature: ['材料名称'],
  columns: [
    ...OF_ITEM,
    column('材料编号', 'id', idForm, {help: '英文，定了不要改；空白时按名称生成'}),
    column('材料名称', 'name', textForm, required),
    column('材料类型', 'kind', choiceForm(codes.materialKinds), {
      ...required,
      help: '证件证书证明、申请表格文书、其他',
    }),
    column('材料形式', 'form', choiceForm(codes.materialForms), {...required, help: '纸质、电子化、纸质/电子化'}),
    column('来源', 'source', choiceForm(codes.materialSources), {
      ...required,
      also: ['来源渠道', '材料来源'],
      help: '申请人自备、政府部门核发、其他',
    }),
    column('原件份数', 'copies.original', numberForm, {...required, also: ['原件', '份数', '材料份数']}),
    column('复印件份数', 'copies.copy', numberForm, {also: ['复印件'], help: '空白为 0'}),
    column('必要性', 'necessity', choiceForm(codes.necessities), {
      ...required,
      also: ['材料必要性', '是否必要'],
      help: '必要、非必要、容缺后补',
    }),
    condition('适用情形', 'when'),
    column('免交方式', 'waive', waiversForm, {help: '如 电子证照：居民身份证；告知承诺'}),
    column('核发单位', 'issuer', textForm, {also: ['出具单位', '发证机关']}),
    column('空白表格', 'blankForm', yesNo, {help: '是/否'}),
    column('样表', 'sample', yesNo, {also: ['示例样表', '样本'], help: '是/否'}),
    column('受理标准', 'acceptStand', textForm),
    column('材料依据', 'byLaw', textForm, {also: ['要求提供材料的依据']}),
    column('填报须知', 'note', textForm, {also: ['备注']}),
  ],
};

const field: SheetForm = {
  kind: 'field',
  name: '表单',
  signature: ['字段名称', '字段类型'],
  columns: [
    ...OF_ITEM,
    column('字段编号', 'id', idForm, {help: '英文，定了不要改'}),
    column('字段名称', 'label', textForm, required),
    column('字段类型', 'type', choiceForm(codes.fieldTypes), {...required, help: '单行文字、数字、日期、选择……'}),
    column('必填', 'required', yesNo, {...required, also: ['是否必填']}),
    column('自动填写', 'prefill', choiceForm(codes.prefills), {help: '如 本人姓名'}),
    column('可选值', 'options', optionsForm, {help: '类型为选择时，用分号隔开'}),
    condition('适用情形', 'when'),
    column('填写提示', 'hint', textForm),
  ],
};

const fee: SheetForm = {
  kind: 'fee',
  name: '收费',
  signature: ['收费项目'],
  columns: [
    ...OF_ITEM,
    column('收费项目', 'name', textForm, {...required, also: ['收费项目名称']}),
    column('金额', 'amount', numberForm, {also: ['金额(元)'], help: '元；不固定就空白'}),
    column('收费标准', 'standard', textForm),
    column('收费依据', 'byLaw', textForm),
    condition('适用情形', 'when'),
  ],
};

const step: SheetForm = {
  kind: 'step',
  name: '流程',
  signature: ['步骤', '办理方'],
  columns: [
    ...OF_ITEM,
    column('步骤', 'name', textForm, {...required, also: ['环节', '步骤名称']}),
    column('办理方', 'actor', choiceForm(codes.stepActors), {...required, help: '申请人、受理窗口、属地部门……'}),
    column('步骤时限', 'limit', limitForm, {also: ['环节时限']}),
    column('步骤时限说明', 'limit.note', textForm),
    column('前置步骤', 'after', listForm(textForm), {help: '空白为上一步之后'}),
    column('特别程序', 'special', yesNo, {help: '是：不计入时限'}),
  ],
};

const result: SheetForm = {
  kind: 'result',
  name: '结果',
  signature: ['结果名称'],
  columns: [
    ...OF_ITEM,
    column('结果名称', 'name', textForm, {...required, also: ['审批结果名称']}),
    column('结果类型', 'kind', textForm, {...required, help: '出证办结、出文办结、审批办结、其他'}),
    column('送达方式', 'delivery', listForm(choiceForm(codes.deliveries)), {...required, help: '电子；窗口领取；快递'}),
    column('结果样本', 'sample', yesNo, {help: '是/否'}),
    column('证照类型代码', 'certTypeCode', digitsForm(21), {help: '21 位'}),
  ],
};

const law: SheetForm = {
  kind: 'law',
  name: '依据',
  signature: ['依据名称'],
  columns: [
    ...OF_ITEM,
    column('依据名称', 'name', textForm, {...required, also: ['法律法规名称', '设定依据']}),
    column('条款', 'article', textForm, {also: ['条款号']}),
    column('文号', 'docNo', textForm),
    column('内容摘要', 'gist', textForm, {also: ['条款内容']}),
    column('可信度', 'confidence', textForm),
  ],
};

const faq: SheetForm = {
  kind: 'faq',
  name: '常见问题',
  signature: ['问题', '回答'],
  columns: [
    ...OF_ITEM,
    column('问题', 'question', textForm, required),
    column('回答', 'answer', textForm, {...required, also: ['答案', '解答']}),
  ],
};

/** Every sheet that is read, in the order of the template. The first whose signature fits a sheet is its kind. */
export const sheetForms: readonly SheetForm[] = [item, material, situation, faq, field, fee, step, result, law];
