/**
 * Claims a tag, unless the page has it already: the first definition wins and works, a second says so once.
 *
 * Two copies of this kit on one page are common (two teams, one portal), so a taken tag is news, not a failure.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (present === undefined) customElements.define(tag, element);
  else if (present !== element && !told.has(tag)) {
    told.add(tag);
    console.info(`tongban: <${tag}> is already defined on this page; the first definition stays.`);
  }
}

const told = new Set<string>();
