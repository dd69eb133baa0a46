import type {ActContext} from '@tongban/domain/acts/act-context.js';
import type {Actor} from '@tongban/domain/acts/actor.js';
import {workdayCalendar, type CalendarProvider} from '@tongban/domain/time/calendar.js';
import type {Case} from '@tongban/domain/case/case.js';
import type {Delegation} from '@tongban/domain/people/delegation.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {regionChain, regionGuide} from '@tongban/domain/guide/region-guide.js';
import {regionTable, type RegionTable} from '@tongban/domain/regions/regions.js';
import type {Catalogue} from '../catalogue/catalogue.js';
import type {GatewayConfig} from '../config.js';
import type {Register} from '../people/register.js';

/** What the rules of a case look at beside the case. */
export interface Rules {
  readonly calendar: CalendarProvider;
  readonly regions: RegionTable;
  now(): Date;
  /** An edition as it holds in the region that decides. @throws TB_ITEM_UNKNOWN, TB_EDITION_INACTIVE */
  guideFor(edition: {taskCode: string; taskVersion: number; homeRegion: Region6}): Guide;
  context(file: Pick<Case, 'taskCode' | 'taskVersion' | 'homeRegion' | 'agent'>, actor: Actor): Promise<ActContext>;
  delegationsOf(actor: Actor, filer?: Case['agent']): Promise<readonly Delegation[]>;
}

export function rules({now, seeds}: GatewayConfig, catalogue: Catalogue, register: Register): Rules {
  const calendar = workdayCalendar(seeds.holidays);
  const regions = regionTable(seeds.regions);
  const held = new Map<string, Guide>();

  const self: Rules = {
    calendar,
    regions,
    now,
    guideFor({taskCode, taskVersion, homeRegion}) {
      const key = `${taskCode} ${taskVersion} ${homeRegion}`;
      const guide = held.get(key) ?? regionGuide(catalogue.guide(taskCode, taskVersion), regionChain(homeRegion));
      held.set(key, guide);
      return guide;
    },
    async context(file, actor) {
      const guide = self.guideFor(file);
      return {
        actor,
        at: now().toISOString(),
        calendar,
        agreements: seeds.agreements,
        guide,
        delegations: await self.delegationsOf(actor, file.agent),
      };
    },
    async delegationsOf(actor, filer) {
      const holders = new Set([...(actor.kind === 'agent' ? [actor.id] : []), ...(filer ? [filer.id] : [])]);
      const chains = await Promise.all([...holders].map((holder) => register.delegationChain(holder)));
      return chains.flat();
    },
  };
  return self;
}
