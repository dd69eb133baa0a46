import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import type {PersonRecord} from './person-record.js';

/** What is known of a party; a walk-in is known by what the clerk wrote down. */
export type KnownParty = Pick<PersonRecord, 'userType' | 'name' | 'idNo' | 'mobile' | 'corp'>;

/** `person.*` is the person the case is about, or whoever acts for a firm; `corp.*` the firm. */
export function prefilled({prefill}: Pick<FieldSpec, 'prefill'>, party: KnownParty, agent: KnownParty | undefined): string | undefined {
  const person = party.userType === 'person' ? party : agent?.userType === 'person' ? agent : undefined;
  const corp = party.userType === 'corp' ? party : undefined;
  switch (prefill) {
    case 'person.name':
      return person?.name;
    case 'person.idNo':
      return person?.idNo;
    case 'person.mobile':
      return person?.mobile;
    case 'corp.name':
      return corp?.name;
    case 'corp.uscc':
      return corp?.idNo;
    case 'corp.legalName':
      return corp?.corp?.legalName;
    case undefined:
      return undefined;
  }
}
