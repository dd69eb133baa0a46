import {errors} from '@tongban/domain/errors.js';
import {assert, expect, fixture, html} from '@open-wc/testing';
import {css, LitElement} from 'lit';
import {property} from 'lit/decorators.js';

class ProbeElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  @property() name = '通办';

  override render() {
    return html`<p>${this.name}</p>`;
  }
}

describe('the test run', () => {
  it('reads a package of ours as source', () => {
    assert.property(errors, 'TB_CONTRACT_INVALID');
  });

  it('draws an element with a reactive property', async () => {
    customElements.define('probe-element', ProbeElement);
    const element = await fixture<ProbeElement>(html`<probe-element></probe-element>`);
    element.name = '专窗';
    await element.updateComplete;
    assert.equal(element.shadowRoot?.textContent?.trim(), '专窗');
    await expect(element).to.be.accessible();
  });
});
