/** How one failure reads to a person and on the wire. */
export interface ErrorEntry {
  /** HTTP status on the wire (RFC 9457 problem details). */
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/**
 * Every way this project fails, by code. docs/errors.md has a section for each, and a test holds the two equal.
 * A sentence says what happened and what to do next; it names a field, a file or a device, never a person's data.
 */
export const errors = {
  // The page, its worker and the gateway
  TB_CONTRACT_INVALID: {status: 400, zh: '提交的内容不符合约定的格式，请检查后重试。', en: 'What was sent does not have the agreed shape. Check it and try again.'},
  TB_WORKER_REFUSED: {status: 403, zh: '页面请求了不开放的功能，已拒绝。', en: 'The page asked for something that is not open to it. It was refused.'},
  TB_WORKER_STOPPED: {status: 503, zh: '后台程序已停止，请刷新页面；已保存的内容不会丢失。', en: 'The background worker stopped. Reload the page; what was saved is kept.'},
  TB_NETWORK: {status: 503, zh: '网络连接不上，已保存的内容不会丢失，恢复后会自动继续。', en: 'The network cannot be reached. What was saved is kept and continues when it is back.'},
  TB_TIMEOUT: {status: 504, zh: '等待回应超时，请稍后再试。', en: 'No answer in time. Please try again later.'},
  TB_GATEWAY: {status: 502, zh: '政务网关暂时无法处理，请稍后再试。', en: 'The gateway cannot handle this right now. Please try again later.'},
  TB_GATEWAY_ANSWER: {status: 502, zh: '网关的回应不符合约定，已停止处理。', en: 'The gateway answered in an unexpected shape, so nothing was done with it.'},
  TB_INSECURE_CONTEXT: {status: 400, zh: '本页面不是 https，只能查看指南和材料清单；办理请打开 https 页面。', en: 'This page is not https, so it only shows guides and checklists. Open the https page to apply.'},
  TB_ORIGIN_FOREIGN: {status: 403, zh: '来自未登记网站的请求，已拒绝。', en: 'The request came from a site that is not registered. It was refused.'},
  TB_RATE_LIMITED: {status: 429, zh: '操作太频繁，请稍等片刻再试。', en: 'Too many requests. Wait a moment and try again.'},
  TB_NOT_FOUND: {status: 404, zh: '没有找到，请核对编号。', en: 'Not found. Please check the number.'},
  TB_OFFLINE_NO_COPY: {status: 503, zh: '当前没有网络，本机也没有这项内容的副本。', en: 'There is no network and this device holds no copy of this.'},

  // The catalogue
  TB_CATALOGUE_BROKEN: {status: 502, zh: '新的事项目录不完整或被改动，没有采用；仍使用原有目录。', en: 'The new item list is incomplete or was changed on its way. It was not taken; the former list stays in use.'},
  TB_CATALOGUE_SIGNATURE: {status: 502, zh: '事项目录的签名不对，没有采用；仍使用原有目录。', en: 'The item list is not signed by its publisher. It was not taken; the former list stays in use.'},
  TB_CATALOGUE_ROLLED_BACK: {status: 502, zh: '收到的事项目录比本机的旧，没有采用；仍使用原有目录。', en: 'The item list offered is older than the one on this device. It was not taken; the newer list stays in use.'},
  TB_CATALOGUE_NO_SPACE: {status: 507, zh: '本机存储空间不足，事项目录没有保存到本机；联网时仍可查询。', en: 'This device is short of space, so the item list was not kept on it. It can still be searched while online.'},
  TB_FEED_INVALID: {status: 400, zh: '事项数据有错误，请按所列行和字段修改后再发布。', en: 'The item data holds faults. Mend the rows and fields listed, then publish again.'},
  TB_PUBLISH_REFUSED: {status: 409, zh: '没有发布，原有目录不变；请按说明改正后再发布。', en: 'Nothing was published and the former list stays as it is. Mend what is named, then publish again.'},

  // Signing in
  TB_SIGN_IN_REQUIRED: {status: 401, zh: '请先登录，已填写的内容会保留。', en: 'Please sign in first. What you filled in is kept.'},
  TB_SIGN_IN_EXPIRED: {status: 401, zh: '登录已过期，请重新登录；已填写的内容会保留。', en: 'Your sign-in has expired. Sign in again; what you filled in is kept.'},
  TB_SIGN_IN_FAILED: {status: 401, zh: '登录没有完成，请重新登录。', en: 'Signing in did not finish. Please sign in again.'},
  TB_SIGN_IN_CANCELLED: {status: 401, zh: '您取消了登录，已填写的内容会保留。', en: 'You cancelled signing in. What you filled in is kept.'},
  TB_LEVEL_TOO_LOW: {status: 403, zh: '办理本事项需要更高等级的实名认证，请升级认证；已填写的内容会保留。', en: 'This item needs a higher level of assurance. Step up; what you filled in is kept.'},
  TB_PROOF_INVALID: {status: 401, zh: '请求的安全凭证无效，请重新登录。', en: 'The proof of possession is not valid. Please sign in again.'},
  TB_PROOF_REPLAYED: {status: 401, zh: '请求的安全凭证已被使用过，已拒绝。', en: 'This proof of possession was used before. It was refused.'},
  TB_DELEGATION_MISSING: {status: 403, zh: '没有有效的授权，不能代办这件事。', en: 'No delegation in force lets you act here.'},
  TB_FORBIDDEN: {status: 403, zh: '您没有权限查看或办理这一项。', en: 'You may not see or do this.'},

  // Items, guides and codes
  TB_ITEM_UNKNOWN: {status: 404, zh: '没有这个事项，请核对事项编码。', en: 'There is no such item. Check its code.'},
  TB_ITEM_UNCLAIMED: {status: 404, zh: '该地区尚未开通此事项。', en: 'This region has not opened this item yet.'},
  TB_EDITION_INACTIVE: {status: 409, zh: '该事项的这一版本已停用，请按现行版本办理。', en: 'This edition of the item is not in force. Use the current one.'},
  TB_GUIDE_INVALID: {status: 422, zh: '办事指南不符合要求。', en: 'The guide breaks a rule.'},
  TB_WHEN_UNKNOWN: {status: 422, zh: '材料条件引用了不存在的问题或选项。', en: 'A condition names a question or option that does not exist.'},
  TB_LIMIT_ORDER: {status: 422, zh: '承诺时限长于法定时限。', en: 'The promised limit is longer than the legal limit.'},
  TB_CODE_INVALID: {status: 422, zh: '编码不正确，请核对。', en: 'The code is not valid. Please check it.'},
  TB_REGION_UNKNOWN: {status: 422, zh: '没有这个行政区划代码。', en: 'There is no such region code.'},
  TB_REGION_RETIRED: {status: 422, zh: '该行政区划已撤销，请选择现行区划。', en: 'This region no longer exists. Choose a current one.'},
  TB_CALENDAR_UNCOVERED: {status: 422, zh: '工作日历还没有公布到这一天，无法推算。', en: 'The workday calendar does not reach this day yet, so nothing is guessed.'},
  TB_IMPORT_ROW: {status: 422, zh: '这一行数据有误，已跳过。', en: 'This row is faulty and was skipped.'},

  // Filling in, uploading, filing
  TB_FIELD_REQUIRED: {status: 422, zh: '请填写必填项。', en: 'Please fill in the required field.'},
  TB_FIELD_INVALID: {status: 422, zh: '填写的内容不正确，请核对。', en: 'What was entered is not right. Please check it.'},
  TB_MATERIAL_MISSING: {status: 422, zh: '还有必要材料没有提供。', en: 'A required material is still missing.'},
  TB_UPLOAD_TOO_LARGE: {status: 413, zh: '文件太大，请压缩或重新扫描后再传。', en: 'The file is too large. Compress or rescan it and try again.'},
  TB_UPLOAD_TYPE: {status: 415, zh: '不支持这种文件，请使用 PDF、OFD、JPG 或 PNG。', en: 'This kind of file is not accepted. Use PDF, OFD, JPG or PNG.'},
  TB_UPLOAD_HASH: {status: 422, zh: '文件在传输中损坏，请重新上传。', en: 'The file was damaged on the way. Please upload it again.'},
  TB_UPLOAD_UNKNOWN: {status: 422, zh: '引用的附件没有上传成功，请重新上传。', en: 'The attachment named here was not uploaded. Please upload it again.'},
  TB_DRAFT_UNKNOWN: {status: 404, zh: '没有找到这份草稿。', en: 'There is no such draft.'},
  TB_DRAFT_LOCKED: {status: 409, zh: '这份申请已提交，不能再改。', en: 'This application has been submitted and can no longer be changed.'},
  TB_VAULT_CLOSED: {status: 503, zh: '本机的保险箱已关闭，请刷新页面。', en: 'The store on this device was closed. Please reload the page.'},
  TB_VAULT_LOCKED: {status: 401, zh: '本机的保险箱已上锁，登录后可继续。', en: 'The store on this device is locked. Sign in to continue.'},
  TB_VAULT_FULL: {status: 507, zh: '本机空间不足，没有保存；请清理后重试。', en: 'This device has no room left, so nothing was saved. Free some space and try again.'},
  TB_VAULT_WRITE: {status: 500, zh: '没有保存成功，请重试。', en: 'It could not be saved. Please try again.'},
  TB_VAULT_NEWER: {status: 409, zh: '本机数据由更新的版本写入，请刷新页面。', en: 'A newer version wrote the data on this device. Please reload the page.'},

  // Cases
  TB_CASE_TRANSITION: {status: 409, zh: '办件当前状态不能进行这个操作。', en: 'The case cannot do this in its present state.'},
  TB_CASE_GUARD: {status: 409, zh: '办理条件尚未满足，不能进行这个操作。', en: 'A condition for this act is not met yet.'},
  TB_CASE_STALE: {status: 412, zh: '办件已被更新，请查看最新情况后再操作。', en: 'The case has changed. Look at its latest state, then act.'},
  TB_CASE_PRECONDITION: {status: 428, zh: '请求没有说明所依据的办件版本。', en: 'The request does not say which revision of the case it builds on.'},
  TB_POWER_MISSING: {status: 403, zh: '没有有效的协议授予本窗口这项权力。', en: 'No agreement in force gives this window that power.'},
  TB_ROLE_MISSING: {status: 403, zh: '您的岗位不能进行这个操作。', en: 'Your role does not allow this act.'},
  TB_SECOND_PERSON: {status: 409, zh: '这个操作需要第二个人确认。', en: 'This act needs a second person.'},
  TB_REASON_REQUIRED: {status: 422, zh: '请写明理由。', en: 'Please give a reason.'},
  TB_COMMAND_REUSED: {status: 422, zh: '同一命令编号被用于不同内容，已拒绝。', en: 'One command key was used for two different contents. It was refused.'},
  TB_COMMAND_KEY: {status: 400, zh: '请求缺少命令编号。', en: 'The request has no idempotency key.'},
  TB_COMMAND_UNDERWAY: {status: 409, zh: '这一项可能已经发出，不能放弃，请等待结果。', en: 'This may already have gone out, so it cannot be given up. Wait for what becomes of it.'},
  TB_LOG_BROKEN: {status: 500, zh: '办件日志校验不通过，已停止处理。', en: 'The case log does not verify, so nothing was done.'},

  // Fees
  TB_FEE_SETTLED: {status: 409, zh: '这个办件没有待缴的费用。', en: 'There is no fee to be paid for this case.'},
  TB_FEE_AMOUNT: {status: 422, zh: '金额与应缴或应退的数额不符，请核对。', en: 'The amount is not what is to be paid or given back. Please check it.'},
  TB_FEE_NOT_FIXED: {status: 409, zh: '费用数额还没有确定，请到窗口缴费。', en: 'The amount of the fee is not fixed yet. Please pay at the window.'},
  TB_PAYMENT_OFFLINE: {status: 409, zh: '这里暂时不能网上缴费，请到窗口缴费。', en: 'Paying online is not possible here. Please pay at the window.'},
  TB_PAYMENT_CASHIER: {status: 502, zh: '收银台暂时连接不上，没有扣款，请稍后再试。', en: 'The cashier cannot be reached right now. Nothing was charged; please try again later.'},
  TB_PAYMENT_NOTICE: {status: 400, zh: '缴费通知无法核验，没有采信。', en: 'The notice of payment could not be verified, so it was not believed.'},

  // Rating
  TB_RATING_TICKET: {status: 410, zh: '评价码已失效，请让工作人员重新出示。', en: 'The rating code is no longer valid. Ask the clerk to show a new one.'},
  TB_RATING_REPLAYED: {status: 409, zh: '这次服务已经评价过了，谢谢。', en: 'This act has already been rated. Thank you.'},
  TB_RATING_AMENDED: {status: 409, zh: '这次评价已经修改过一次，不能再改。', en: 'This rating has been changed once already and cannot be changed again.'},
  TB_RATING_FOLLOWED_UP: {status: 409, zh: '有关部门已开始处理这次评价，不能再修改。', en: 'The office has begun to follow this rating up, so it can no longer be changed.'},
  TB_RATING_NOT_YET: {status: 409, zh: '这次服务还不能评价。', en: 'This act cannot be rated yet.'},

  // Running it
  TB_CONFIG: {status: 500, zh: '配置有误，服务没有启动。', en: 'The configuration is wrong, so nothing was started.'},
  TB_INTERNAL: {status: 500, zh: '系统出错了，请稍后再试。', en: 'Something went wrong on our side. Please try again later.'},
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;

/** What a failure may say beyond its code: field ids, row numbers, limits. Never a person's data. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

export interface TbErrorOptions extends ErrorOptions {
  details?: ErrorDetails;
}

/** A failure with a stable code; `cause` keeps what lay beneath it. */
export class TbError extends Error {
  /** The code. It is the name, as with DOMException, so that it survives a crossing between threads. */
  override readonly name: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, {details = {}, ...options}: TbErrorOptions = {}) {
    super(errors[code].en, options);
    this.name = code;
    this.details = details;
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.prototype.hasOwnProperty.call(errors, value);
}

/** Whether an error has this code, whichever thread it came from. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof Error && error.name === code;
}

/** The code of any thrown value; what is not ours is TB_INTERNAL. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof Error && isErrorCode(error.name) ? error.name : 'TB_INTERNAL';
}

/** The sentence for a person, in their language. */
export function sentenceOf(error: unknown, lang: string): string {
  const entry = errors[codeOf(error)];
  return lang.toLowerCase().startsWith('zh') ? entry.zh : entry.en;
}
