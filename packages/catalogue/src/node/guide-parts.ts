import type {FeeSpec, FieldSpec, FieldType, Prefill, ResultSpec, StepSpec} from '@tongban/domain/guide/guide.js';
import type {MaterialSpec, Waiver} from '@tongban/domain/guide/material.js';
import type {ReportFault} from './row-fault.js';
import type {SourceField, SourceGuide, SourceMaterial, SourceStep, SourceWaiver} from './source-guide.js';

const PROMISE_NOTE = '告知承诺制：签承诺书代替证明';

/** A waiver; the short forms 'share' and 'promise' are written out, a share by the name of what it stands for. */
export function waiverOf(source: SourceWaiver, materialName: string): Waiver {
  if (source === 'promise') return {by: 'promise', note: PROMISE_NOTE};
  if (source === 'share') return {by: 'share', dataName: materialName};
  if (source.by === 'certificate')
    return {by: 'certificate', certName: source.certName, certTypeCode: source.certTypeCode ?? undefined};
  return source.by === 'share' ? source : {by: 'promise', note: source.note ?? undefined};
}

/** Codes that are no known ones pass here and fail at the schema of guides, which names the field. */
export function materialOf({waive, issuer, note, ...rest}: SourceMaterial): MaterialSpec {
  return {
    ...rest,
    waive: waive.map((waiver) => waiverOf(waiver, rest.name)),
    issuer: issuer ?? undefined,
    note: note ?? undefined,
  } as MaterialSpec;
}

const fieldTypes: Readonly<Record<string, FieldType>> = {
  text: 'text',
  id: 'citizenId',
  tel: 'mobile',
  region: 'region',
  address: 'text',
  picker: 'longText',
  list: 'longText',
  readonly: 'longText',
  number: 'number',
  date: 'date',
  datetime: 'date',
  monthrange: 'text',
  slot: 'text',
  choice: 'choice',
  uscc: 'uscc',
  bank: 'bankCard',
  boolean: 'boolean',
  money: 'money',
};

const hints: Readonly<Record<string, string>> = {
  list: '一行一个',
  monthrange: '如 2025-01 至 2025-12',
  within30days: '决议作出之日起 30 日内申请',
};

const prefills: Readonly<Record<string, Prefill>> = {
  'user.name': 'person.name',
  'user.idNo': 'person.idNo',
  'user.mobile': 'person.mobile',
  'corp.name': 'corp.name',
  'corp.uscc': 'corp.uscc',
};

/** One field, or two for a person: name and number. */
export function fieldsOf(source: SourceField, at: number, report: ReportFault): FieldSpec[] {
  const {id, label, required, when} = source;
  if (source.type === 'person') {
    return [
      {id, label: `${label}姓名`, type: 'text', required, when},
      {id: `${id}IdNo`, label: `${label}身份证号码`, type: 'citizenId', required, when},
    ];
  }
  const type = fieldTypes[source.type];
  if (!type) {
    report(`fields.${at}.type`, 'TB_CONTRACT_INVALID', {
      zh: '没有这种字段类型。',
      en: 'There is no such type of field.',
    });
    return [];
  }
  const hint = hints[source.type] ?? hints[source.check ?? ''];
  return [
    {
      id,
      label,
      type,
      required,
      prefill: prefills[source.prefill ?? ''],
      options: source.options?.map((text, index) => ({id: `o${index + 1}`, label: text})),
      when,
      hint,
    },
  ];
}

const actors: Readonly<Record<string, StepSpec['actor']>> = {
  'home|window': 'windowOrHome',
  'window|home': 'windowOrHome',
};

export function stepOf({actor, ...rest}: SourceStep): StepSpec {
  return {...rest, actor: actors[actor] ?? (actor as StepSpec['actor'])};
}

const deliveries: Readonly<Record<string, ResultSpec['delivery'][number]>> = {express: 'courier', print: 'paper'};

export function resultOf({name, kind, certTypeCode, delivery}: SourceGuide['results'][number]): ResultSpec {
  return {
    name,
    kind,
    certTypeCode: certTypeCode ?? undefined,
    delivery: delivery.map((way) => deliveries[way] ?? (way as ResultSpec['delivery'][number])),
  };
}

export function feeOf({name, amount, unit, when}: SourceGuide['fee']['items'][number]): FeeSpec {
  return {name, amount, standard: amount !== null && unit ? `${amount} ${unit}` : undefined, when};
}
