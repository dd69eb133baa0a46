const TRADITIONAL =
  '這個與業務證書戶遷辦領補換發執營簽險醫療養積連關係轉續結檔記錄電話機動車駕駛員運輸從資註冊變範圍經體稅費繳納貸購買賣產權' +
  '屬鄉鎮縣區東廣蘇滬陽漢慶寧濟開閉學習歷畢勞僱傭傷殘護軍優撫獎勵獨兒歲齡壽喪遺囑繼認實線網絡號碼數據庫統計時間長臨節約環農' +
  '漁礦質檢驗標準監處罰許審報備還貨幣銀財會單為於後來們樓層門問題應當對錯誤請選擇語簡複寫讀聲聽視覺歡謝點擊圖畫頁種類級別總' +
  '額價幾萬億雙條內無論義愛達過進遠邊際陸緊難災禍';
const SIMPLIFIED =
  '这个与业务证书户迁办领补换发执营签险医疗养积连关系转续结档记录电话机动车驾驶员运输从资注册变范围经体税费缴纳贷购买卖产权' +
  '属乡镇县区东广苏沪阳汉庆宁济开闭学习历毕劳雇佣伤残护军优抚奖励独儿岁龄寿丧遗嘱继认实线网络号码数据库统计时间长临节约环农' +
  '渔矿质检验标准监处罚许审报备还货币银财会单为于后来们楼层门问题应当对错误请选择语简复写读声听视觉欢谢点击图画页种类级别总' +
  '额价几万亿双条内无论义爱达过进远边际陆紧难灾祸';

const simplified = new Map([...TRADITIONAL].map((sign, at) => [sign, SIMPLIFIED.charAt(at)]));

/** Text as it is compared, and where each of its units came from. */
export interface Normalised {
  readonly text: string;
  /** Per UTF-16 unit of `text`: start of the sign in the original. */
  readonly from: readonly number[];
}

/**
 * Text as people mean it, whatever they typed it with: one width (NFKC), small letters, simplified signs for the traditional ones
 * that item names use, without blanks and punctuation. Not a conversion of Chinese: one sign for one.
 */
export function normalise(original: string): Normalised {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const sign of original) {
    const plain = plainOf(sign);
    for (let unit = 0; unit < plain.length; unit++) from.push(at);
    text += plain;
    at += sign.length;
  }
  return {text, from};
}

/** The parts of a query that must all be found: divided at blanks and punctuation, and where Chinese meets letters. */
export function termsOf(query: string): string[] {
  const parts = query.normalize('NFKC').match(/[\p{Script=Han}]+|[^\p{Script=Han}\s\p{P}\p{S}]+/gu) ?? [];
  return [...new Set(parts.map((part) => normalise(part).text))].filter((term) => term !== '');
}

function plainOf(sign: string): string {
  const plain = sign.normalize('NFKC').toLowerCase();
  return simplified.get(plain) ?? plain.replace(/[^\p{L}\p{N}]/gu, '');
}
