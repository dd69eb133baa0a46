import {html, type TemplateResult} from 'lit';
import {encode} from 'uqr';

/** A QR code as one path: square, black on white whatever the page's colours are, or cameras would not read it. */
export function qrCode(content: string, label: string): TemplateResult {
  const {data, size} = encode(content, {ecc: 'M', border: 2});
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff" />
    <path d=${path} fill="#000" />
  </svg>`;
}
