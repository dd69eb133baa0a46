import {yuanOf} from '@tongban/domain/fees/fen.js';
import type {Order} from './orders.js';

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const style = `body{margin:0;font:16px/1.6 "PingFang SC","Microsoft YaHei",sans-serif;background:#f4f6f9;color:#1f2a37}
main{max-width:420px;margin:48px auto;padding:24px;background:#fff;border:1px solid #d7dde6;border-radius:8px}
.demo{margin:0 0 16px;padding:8px 12px;background:#fff4d6;border:1px solid #e0b23c;border-radius:4px}
.sum{font-size:32px;margin:8px 0 16px}button{font:inherit;padding:10px 24px;border-radius:4px;border:1px solid #1f5fae;background:#fff;color:#1f5fae;cursor:pointer}
button.go{background:#1f5fae;color:#fff}form{display:flex;gap:12px}.soft{color:#5b6778;font-size:14px}`;

export const stylePolicy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'`;

/** The page a payer sees. It says first that it is no real cashier. */
export function cashierPage({orderNo, subject, fen, billNo, state}: Order): string {
  const form = `<form method="post" action="/pay/${escaped(orderNo)}"><button class="go" name="do" value="pay">确认支付 Pay</button><button name="do" value="cancel">取消 Cancel</button></form>`;
  const ended = `<p>${state === 'paid' ? '已支付。 Paid.' : '订单已关闭。 This order is closed.'}</p>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>演示收银台</title><style>${style}</style>
<main><p class="demo"><strong>演示收银台，不收真钱。</strong><br><span lang="en">Demo cashier: no real money.</span></p>
<h1>${escaped(subject)}</h1><p class="sum">${yuanOf(fen)} 元</p><p class="soft">缴费单号 ${escaped(billNo)}</p>${state === 'open' ? form : ended}</main></html>`;
}
