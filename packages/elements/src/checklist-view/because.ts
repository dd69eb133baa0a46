import type {Because, Resolved, ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import type {ChecklistText} from './checklist-text.js';

/** Why a material stands where it stands, in words. What everybody has to hand in needs no reason. */
export function reasonsOf(text: ChecklistText, {situations}: Resolved['guide'], {state, because, waiver}: ResolvedMaterial, regionName: (code: string) => string): string[] {
  const reasons = because.map((reason) => inWords(text, reason, (id) => situations.find((situation) => situation.id === id)?.question ?? '', regionName));
  if (state === 'maybe' && waiver) reasons.push(text.of('because-maybe-held'));
  return reasons.filter((reason): reason is string => reason !== undefined);
}

function inWords(text: ChecklistText, reason: Because, questionOf: (id: string) => string, regionName: (code: string) => string): string | undefined {
  switch (reason.why) {
    case 'always':
      return undefined;
    case 'answer':
      return text.of('because-answer', {label: reason.label});
    case 'unanswered':
      return text.of('because-unanswered', {question: questionOf(reason.question)});
    case 'region':
      return reason.note ? text.of('because-region-note', {region: regionName(reason.region), note: reason.note}) : text.of('because-region', {region: regionName(reason.region)});
    case 'held': {
      const {waiver, issuer} = reason;
      if (waiver.by === 'promise') return undefined;
      const name = waiver.by === 'certificate' ? waiver.certName : waiver.dataName;
      return issuer ? text.of(`because-${waiver.by}-issuer`, {name, issuer}) : text.of(`because-${waiver.by}`, {name});
    }
  }
}
