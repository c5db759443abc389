/** The word lists behind the wording advice; longer words stand before the shorter ones they contain. */

/**
 * Words the law names, and rankings that mean the same. A bare 第一 is left alone: 第一次, 第一步 and 第一眼 are
 * order in time. source: rules E6
 */
export const ABSOLUTE_IN_LAW =
  /国家级|國家級|最高级|最佳|世界级|宇宙级|顶级|极品|史上最[\p{Script=Han}]|绝无仅有|独一无二|(?:全网|全国|全球|世界|行业|销量|排名|口碑|亚洲|同类|品类|中国|天猫|全平台)(?:排名)?第一(?![次步眼天时印])|第一品牌|\bno\.?\s?1\b|#1\b|\btop\s?1\b|\bnumber one\b|\bworld'?s (?:best|first|leading)\b|\bnational[- ]level\b/giu;

/** Superlatives about a product. 最近, 最后, 最终, 最初, 最早, 最爱 and the like are time or taste, and not here. */
export const ABSOLUTE_CLAIMS =
  /最(?:好|强|优|大|高|低|便宜|先进|安全|有效|权威|专业|受欢迎|畅销|高端|热销|火)(?!限度|程度)|百分之百|100%(?=有效|安全|纯天然|成功|天然)|永久|万能|零风险|无副作用|\bthe (?:best|most effective|safest|strongest|cheapest)\b|\b100% (?:safe|effective)\b/giu;

/** source: rules E9: no medical words for ordinary goods */
export const MEDICAL =
  /治疗|治愈|根治|疗效|药效|药用|药妆|医美级|医用|消炎|抗炎|杀菌|抗菌|抗病毒|处方|疗程|细胞再生|活血|排毒|解毒|镇痛|止痛|防癌|抗癌|祛疤|\bcures?\b|\bheals?\b|\btherapeutic\b|\bprescription\b|\banti-?inflammatory\b|\bantibacterial\b|\bdetox(?:es|ifying)?\b/giu;

/** Other apps and ways to be reached there. source: interactions section 2, off-platform diversion */
export const DIVERSION =
  /微信|薇信|威信号|加\s?v(?![a-z])|公众号|淘宝|天猫|京东|拼多多|抖音|某宝|二维码|扫码|(?<![a-z])(?:vx|wx|qq)(?![a-z])|(?<!\d)1[3-9]\d{9}(?!\d)|\bwechat\b|\btaobao\b|\btmall\b|\bjd\.com\b|\bpinduoduo\b|\bdouyin\b|\bqr code\b/giu;

export const DRAWS =
  /抽奖|抽送|抽\s?\d+\s?[位个名人]|抽[一二三四五六七八九十几]+[位个名人]|开奖|中奖|送福利|giveaway|lucky draw|prize draw|comment[- ]to[- ]win/iu;

export const CONDITIONS =
  /关注|点赞|收藏|评论|留言|转发|艾特|@\s?(?:好友|朋友|闺蜜)|\bfollow|\blike\b|\bsave\b|\bcomment|\btag\b|\bshare\b/iu;

export const OFFICIAL_DRAW =
  /官方抽奖|平台抽奖|抽奖工具|official (?:draw|giveaway|lottery)|platform'?s draw/iu;

/** Words before a finding that turn it into an instruction not to say it. */
export const PROHIBITION =
  /不要|不得|不能|不可|请勿|勿|禁止|禁提|禁用|避免|别说|do not|don'?t|avoid|never|must not|no use of/iu;
