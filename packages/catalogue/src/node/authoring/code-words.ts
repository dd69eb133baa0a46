import type {Words} from './words.js';

/** One code of a table, in the words that people write. */
export interface Code<Value extends string | number | boolean> extends Words {
  readonly code: Value;
  /** Other ways to write it that are met in practice. */
  readonly also?: readonly string[];
}

const code = <Value extends string | number | boolean>(
  value: Value,
  zh: string,
  en: string,
  ...also: string[]
): Code<Value> => ({code: value, zh, en, also});

// GB/T 39046-2020 annex A and the national exchange tables (domain.md §4, §5).

export const itemTypes = [
  code('01', '行政许可', 'permit'),
  code('02', '行政处罚', 'penalty'),
  code('03', '行政强制', 'coercion'),
  code('04', '行政征收', 'levy'),
  code('05', '行政给付', 'benefit'),
  code('06', '行政检查', 'inspection'),
  code('07', '行政确认', 'confirmation'),
  code('08', '行政奖励', 'award'),
  code('09', '行政裁决', 'adjudication'),
  code('10', '其他行政权力', 'other power', '其他类别事项'),
  code('20', '公共服务', 'public service', '公共服务事项'),
];

export const projectTypes = [
  code(1, '即办件', 'instant', '即办'),
  code(2, '承诺件', 'with a promised limit', '承诺'),
  code(9, '其他', 'other'),
];

export const serviceObjects = [
  code('1', '自然人', 'persons', '个人'),
  code('2', '企业法人', 'firms', '企业'),
  code('3', '事业法人', 'public institutions', '事业单位'),
  code('4', '社会组织法人', 'social organisations', '社会组织'),
  code('5', '行政机关', 'authorities'),
  code('6', '其他组织', 'other bodies'),
];

export const handleForms = [
  code('1', '窗口办理', 'window', '窗口'),
  code('2', '网上办理', 'computer', '电脑', '电脑端', '网办'),
  code('3', '移动端办理', 'mobile', '移动端', '手机'),
  code('4', '快递申请', 'mail', '快递', '邮寄'),
  code('9', '其他', 'other'),
];

export const onlineDepths = [
  code('1', '互联网咨询', 'advice'),
  code('2', '互联网收件', 'receipt'),
  code('3', '互联网预审', 'pre-check'),
  code('4', '互联网受理', 'acceptance'),
  code('5', '互联网办理', 'handling'),
  code('6', '互联网结果反馈', 'result', '互联网办理结果信息反馈'),
  code('7', '互联网电子证照反馈', 'certificate'),
  code('8', '其他', 'other'),
];

export const modes = [
  code('online', '全程网办', 'online'),
  code('agent', '代收代办', 'collected by a window'),
  code('joint', '多地联办', 'handled jointly'),
  code('direct', '直接通办', 'decided locally'),
];

export const levels = [
  code(1, '1级', 'level 1', '一级'),
  code(2, '2级', 'level 2', '二级'),
  code(3, '3级', 'level 3', '三级'),
  code(4, '4级', 'level 4', '四级'),
];

export const limitUnits = [
  code('workday', '工作日', 'workdays', '个工作日'),
  code('day', '自然日', 'calendar days', '日', '天', '个自然日'),
  code('month', '月', 'months', '个月'),
  code('instant', '即办', 'instant', '即时办结', '即时'),
  code('onSpot', '当场', 'on the spot', '当场办结'),
];

export const materialKinds = [
  code(1, '证件证书证明', 'certificate or proof', '证件', '证书', '证明', '证照'),
  code(2, '申请表格文书', 'form or document', '表格', '申请表', '文书'),
  code(3, '其他', 'other'),
];

export const materialForms = [
  code(1, '纸质', 'paper'),
  code(2, '电子化', 'electronic', '电子'),
  code(3, '纸质/电子化', 'paper or electronic', '两可', '纸质或电子化', '纸质或电子', '纸质/电子'),
];

export const materialSources = [
  code(10, '申请人自备', 'the applicant', '自备'),
  code(20, '政府部门核发', 'issued by government', '政府核发'),
  code(99, '其他', 'other'),
];

export const necessities = [
  code(1, '必要', 'required', '必需', '必须'),
  code(2, '非必要', 'optional', '非必需', '可选'),
  code(3, '容缺后补', 'may follow later', '容缺'),
];

export const yesNo = [code(true, '是', 'yes', '有', 'Y', '√'), code(false, '否', 'no', '无', 'N', '×')];

export const fieldTypes = [
  code('text', '单行文字', 'text', '文字', '文本'),
  code('longText', '多行文字', 'long text'),
  code('number', '数字', 'number'),
  code('date', '日期', 'date'),
  code('choice', '选择', 'choice', '单选'),
  code('citizenId', '身份证号码', 'citizen id', '身份证号'),
  code('uscc', '统一社会信用代码', 'credit code'),
  code('mobile', '手机号码', 'mobile number', '手机号'),
  code('region', '行政区划', 'region', '地区'),
  code('bankCard', '银行卡号', 'bank card'),
  code('boolean', '是否', 'yes or no'),
  code('money', '金额', 'money'),
];

export const prefills = [
  code('person.name', '本人姓名', 'own name'),
  code('person.idNo', '本人证件号码', 'own id number'),
  code('person.mobile', '本人手机号码', 'own mobile number'),
  code('corp.name', '单位名称', 'name of the body'),
  code('corp.uscc', '单位信用代码', 'credit code of the body'),
  code('corp.legalName', '法定代表人姓名', 'legal representative'),
];

export const stepActors = [
  code('applicant', '申请人', 'applicant'),
  code('window', '受理窗口', 'window', '窗口'),
  code('home', '属地部门', 'home authority', '属地'),
  code('local', '受理地部门', 'local authority', '受理地'),
  code('partner', '联办部门', 'partner authority', '联办地'),
  code('system', '系统', 'system'),
  code('windowOrHome', '窗口或属地部门', 'window or home', '窗口或属地'),
];

export const deliveries = [
  code('electronic', '电子', 'electronic', '电子证照'),
  code('paper', '自行打印', 'paper', '纸质'),
  code('window', '窗口领取', 'at the window', '窗口'),
  code('courier', '快递', 'courier', '邮寄'),
];

/** The words of a code; the code itself where the table does not have it. */
export function wordsOfCode(table: readonly Code<string | number | boolean>[], value: unknown): Words {
  return table.find((entry) => entry.code === value) ?? {zh: String(value), en: String(value)};
}
