/** Keeps people's contact data out of what is stored: the columns made for it, and cells that hold it by accident. */

/** 简介 is among them because creators write their mail and WeChat there. */
const PERSONAL_HEADER =
  /联系|联络|邮箱|email|e-mail|手机|电话|微信|薇信|v信|weixin|wechat|wx|vx|qq|whatsapp|telegram|phone|mobile|contact|地址|address|收件|收货|寄样信息|邮寄|身份证|银行|卡号|开户|支付宝|真实姓名|简介|bio$/i;
/** 达人官方地址 is a link to a public page. */
const PUBLIC_ADDRESS = /官方地址|主页地址|链接地址/;
/** 微信：abc_123, 加v abc_123 */
const WECHAT =
  /(?:微信|薇信|weixin|wechat|(?<![a-z])(?:wx|vx|v信|加v|加微))(?:号|id)?\s*[:：]?\s*[a-z0-9][\w-]{4,}/i;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2}/i;
const MOBILE = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
const IDENTITY_CARD =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?!\d)/i;

export function isPersonalColumn(header: string): boolean {
  return PERSONAL_HEADER.test(header) && !PUBLIC_ADDRESS.test(header);
}

/** A mail address, a WeChat id, a Chinese mobile number or an identity card number stands in the text. */
export function hasPersonalData(text: string): boolean {
  return MAIL.test(text) || MOBILE.test(text) || WECHAT.test(text) || IDENTITY_CARD.test(text);
}

/** Most of what a column holds is contact data, whatever its header says. */
export function holdsPersonalData(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.filter(hasPersonalData).length * 10 >= filled.length * 7;
}
