import type {Spoken} from '@tongban/base/spoken.js';
import type {Because, MaterialState, Resolved, ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import type {ChecklistText} from './checklist-text.js';

/** Why a material stands where it stands, in words: an answer, a region's rule, a proof the government holds, the law the guide names. */
export function reasonsOf(text: ChecklistText, {situations}: Resolved['guide'], {spec, state, because, waiver}: ResolvedMaterial, regionName: (code: string) => string): Spoken[] {
  const reasons: (Spoken | undefined)[] = because.map((reason) => inWords(text, reason, state, (id) => situations.find((situation) => situation.id === id)?.question ?? '', regionName));
  if (state === 'maybe' && waiver) reasons.push(text.say('because-maybe-held'));
  if (spec.byLaw) reasons.push(text.say('because-law', {law: spec.byLaw}));
  return reasons.filter((reason): reason is Spoken => reason !== undefined);
}

function inWords(text: ChecklistText, reason: Because, state: MaterialState, questionOf: (id: string) => string, regionName: (code: string) => string): Spoken | undefined {
  switch (reason.why) {
    case 'always':
      return state === 'need' ? text.of('because-always') : undefined;
    case 'answer':
      return text.say('because-answer', {label: reason.label});
    case 'unanswered':
      return text.say('because-unanswered', {question: questionOf(reason.question)});
    case 'region':
      return reason.note ? text.say('because-region-note', {region: regionName(reason.region), note: reason.note}) : text.say('because-region', {region: regionName(reason.region)});
    case 'held': {
      const {waiver, issuer} = reason;
      if (waiver.by === 'promise') return undefined;
      const name = waiver.by === 'certificate' ? waiver.certName : waiver.dataName;
      return issuer ? text.say(`because-${waiver.by}-issuer`, {name, issuer}) : text.say(`because-${waiver.by}`, {name});
    }
  }
}
