/** What a person can do about something in the outbox. */
export type OutboxStep =
  | 'sendNow'
  /** Sign in; then it goes on by itself. */
  | 'signIn'
  /** Change what was refused and send it anew. */
  | 'mend'
  /** Never send it, after a question. */
  | 'giveUp'
  /** Of two sides that disagree the case as it now is, after a question. */
  | 'takeTheirs'
  /** Of two sides that disagree one's own, said anew on the case as it now is. */
  | 'keepMine'
  /** Carry it, sealed as it is, to another device. */
  | 'export';

interface StateWords {
  /** The state, in as few words as a badge has room for. */
  readonly label: string;
  /** What it means for the person, in one sentence. */
  readonly means: string;
}

/** How one state reads, and what it asks of a person. */
export interface OutboxStateEntry {
  readonly zh: StateWords;
  readonly en: StateWords;
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  /** Whether the gateway is not known to have it: sent is not accepted, queued is not sent. */
  readonly isUnsent: boolean;
  /** Whether nothing more happens until a person does something. */
  readonly needsPerson: boolean;
  /** In the order they are offered; those that fit one entry are `stepsOf` it. */
  readonly steps: readonly OutboxStep[];
}

/**
 * Every state in which something that was to be sent can be. Only a verified receipt of the gateway makes `receipted`, and a receipt
 * says that it arrived, not that the office has accepted it.
 */
export const outboxStates = {
  queued: {
    zh: {label: '待发送', means: '已保存在本机，还没有发出。'},
    en: {label: 'Not sent yet', means: 'Saved on this device. It has not been sent.'},
    tone: 'warn', isUnsent: true, needsPerson: false, steps: ['sendNow', 'export'],
  },
  sending: {
    zh: {label: '发送中', means: '正在发送，还没有收到回执。'},
    en: {label: 'Being sent', means: 'It is being sent. There is no receipt yet.'},
    tone: 'plain', isUnsent: true, needsPerson: false, steps: [],
  },
  waiting: {
    zh: {label: '等待重发', means: '还没有收到回执，会用同一编号自动再发，不会重复办理。'},
    en: {label: 'Will be sent again', means: 'There is no receipt yet. It is sent again by itself under the same key, and never takes effect twice.'},
    tone: 'warn', isUnsent: true, needsPerson: false, steps: ['signIn', 'sendNow', 'export'],
  },
  receipted: {
    zh: {label: '已送达', means: '已收到回执。送达不等于受理，受理情况以办理进度为准。'},
    en: {label: 'Delivered', means: 'The receipt is here. Delivered does not mean accepted: the progress of the case tells.'},
    tone: 'good', isUnsent: false, needsPerson: false, steps: [],
  },
  refused: {
    zh: {label: '没有被接收', means: '对方没有接收，不会再自动发送，需要您处理。'},
    en: {label: 'Not taken', means: 'It was refused and is not sent again by itself. It needs you.'},
    tone: 'bad', isUnsent: true, needsPerson: true, steps: ['mend', 'giveUp', 'export'],
  },
  conflict: {
    zh: {label: '情况有变化', means: '发送之前情况已有变化，没有发出的内容需要您决定。'},
    en: {label: 'Things have moved on', means: 'Things moved on before this arrived. What becomes of it is yours to decide.'},
    tone: 'bad', isUnsent: true, needsPerson: true, steps: ['keepMine', 'takeTheirs', 'export'],
  },
  blocked: {
    zh: {label: '排在后面', means: '同一办件中前面的一项需要先处理，处理后会自动发送。'},
    en: {label: 'Held up', means: 'An earlier one of the same case has to be settled first. Then this is sent by itself.'},
    tone: 'warn', isUnsent: true, needsPerson: false, steps: ['export'],
  },
  quarantined: {
    zh: {label: '无法读取', means: '本机读不出这一项，已原样保留，不会发送也不会删除。请联系窗口。'},
    en: {label: 'Cannot be read', means: 'This device cannot read it. It is kept as it is, neither sent nor deleted. Please ask at the window.'},
    tone: 'bad', isUnsent: true, needsPerson: true, steps: ['export'],
  },
} as const satisfies Record<string, OutboxStateEntry>;

export type OutboxState = keyof typeof outboxStates;
