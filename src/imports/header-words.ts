/** Words in headers that say what a column is about, and those that say it is about something else. */
import type { Statistic } from "../domain/creator-facts.ts";

/** Numbers of other platforms, or of all of them together, are none of Xiaohongshu. */
const ELSEWHERE =
  "(?!.*(?:全网|全平台|抖音|douyin|微博|weibo|b站|bilibili|快手|kuaishou|视频号|公众号|知乎|tiktok|instagram|youtube))";

/** What somebody hopes for or promises is no count of what was. */
const HOPED = "(?!.*(?:预估|预计|预期|估算|目标|保底|保量|承诺|kpi|expected|estimated|target|guarantee))";

const NOT_A_COUNT = `^${ELSEWHERE}${HOPED}(?!.*(?:占比|比例|率|比$|share(?!s)|rate|%|cpe|cpm|cpv|cpc|单价|价|赞粉|粉比|增|涨|费|成本|cost|price|fee|预算|budget|时长|得分|评分|指数))`;

/**
 * Sums over an account or over days, the best of its notes and what a day brought are no usual note; 赞藏 adds up two
 * kinds. Facts are over all notes, so what is of images, of videos or of paid notes alone is left out.
 */
const NOT_PER_NOTE = [
  NOT_A_COUNT,
  "(?!.*(?:获赞|赞藏|藏赞|累计|总|合计|最高|最低|最多|日均|周均|月均|total|daily))",
  "(?!(?=.*[0-9][天日])(?!.*(?:均|中位|篇|avg|average|mean|median)))",
  "(?!.*(?:图文|视频|直播|image|video|商单|商业|合作|报备|广告|品牌|投放|推广|加热|投流|爆文|爆款|粉|人数|uv|sponsored|paid))",
].join("");

/** The short word of sheets: 均赞 and 赞均, 赞中位. */
const short = (sign: string) => `(?:均|篇|中位数?|^)${sign}(?=均|中位|量|数|$)|${sign}(?:均|中位)`;

/** @param more what else says that it is something different */
export function perNoteWords(signs: string, oneSign: string, more = ""): RegExp {
  return new RegExp(`${NOT_PER_NOTE}${more}.*(?:${signs}|${short(oneSign)})`);
}

export const FOLLOWERS = new RegExp(
  `${NOT_A_COUNT}(?!.*(?:活跃|水粉|假粉|女|男|质量|真实|度|年龄|等级|群|画像|互动|阅读|焦点|时间|掉|净|取关|变化|幅度|gained|growth|active|fake|real|male))(?:.*粉丝|.*粉量|.*粉数|粉|.*followers?|fans)`,
);
export const BRAND_WORKS = new RegExp(
  // few of the last days says nothing about the time before
  `${NOT_A_COUNT}(?!.*(?:[0-9][天日]|阅读|互动|曝光|点赞|收藏|近))(?:.*商单|.*商业笔记|.*合作数|.*合作次数|.*brand.?works?)`,
);
/** As many notes of 60 to 90 days as say something about 90. source: rules V4 */
export const NOTES = new RegExp(
  `${NOT_A_COUNT}(?!.*(?:商|合作|爆|赞|互动|阅读|均|中位))(?=.*(?:[6-8][0-9]|90)[天日]|.*(?:近|最近)(?:三|3)个?月).*(?:笔记|发文|发布|更新)`,
);
export const FOLLOWERS_CHANGE =
  /^(?!.*(?:7|14|60|90)[天日])(?=.*(?:粉|follower)).*(?:变化|幅度|增长率|涨粉率|涨幅|增幅|growth)/;

const OTHER_SHARES = "^(?!.*(?:装|鞋|包|互动|阅读|笔记|博主|达人|作者))";
export const FEMALE = new RegExp(`${OTHER_SHARES}.*(?:女|female|women)`);
export const MALE = new RegExp(`${OTHER_SHARES}.*(?:男|(?<!fe)male|(?<!wo)men(?!t))`);
export const ACTIVE = /^(?!.*(?:度|分|天|时间|互动)).*(?:活跃|活粉|active)/;
export const SUSPICIOUS = /水粉|假粉|僵尸|可疑|fake|suspicious/;

/** Prices of something else than a note, prices per read, and what a side earns or gives back. */
const NOT_A_QUOTE = `^${ELSEWHERE}(?!.*(?:单价|性价比|评价|比价|差价|竞价|议价|溢价|cp[a-z](?![a-z])|授权|服务费|平台|税点|税费|税率|税额|返|净|到手|置顶|投流|薯条|加热|信息流|素材|二剪|剪辑|直播|佣金|坑位|有效|截止|预算|成本|采购|打包|套餐|组合|违约|加急|改稿|改价|分发|同步|差旅|车马|样品|产品|商品|零售|售价|市场价|折扣|备注|说明|是否|状态|时间|日期|engagement|interaction|rebate|commission|platform|licen|usage|rights|per(?:read|view|like|eng|thousand)|budget|growth|active|completion|response|conversion|product|retail))`;
export const QUOTE_VIDEO = new RegExp(
  `${NOT_A_QUOTE}.*(?:视频.*(?:价|费|报)|video.*(?:price|rate|fee|quote|cost))`,
);
export const QUOTE_IMAGE = new RegExp(
  `${NOT_A_QUOTE}(?!.*(?:视频|video)).*(?:价|费用|报价|刊例|图文.*费|price|fee|quote|cost|ratecard|^rates?$|(?:image|photo|post|note|creator|kol)rates?)`,
);

/** What belongs to notes, orders, brands or the work together instead of the account. */
const NOT_OF_THE_ACCOUNT =
  "笔记|合作|粉丝|受众|品牌|产品|商品|授权|发票|认证|报价|付款|结算|竞品|排他|素材|任务|形式|方式|等级|级别|备注|说明|状态|反馈|是否|拍摄|收货|发货|note|brand|product|fan|audience|invoice|payment|status";
export const CATEGORY = new RegExp(
  `^(?!.*(?:${NOT_OF_THE_ACCOUNT})).*(?:类目|类型|品类|垂类|领域|标签|赛道|category|vertical|niche)`,
);
export const CITY = new RegExp(
  `^(?!.*(?:${NOT_OF_THE_ACCOUNT})).*(?:地区|城市|地域|所在地|属地|省份|常驻|city|region|location)`,
);
export const MCN = new RegExp(
  `^(?!.*(?:${NOT_OF_THE_ACCOUNT}|商务|对接|抬头|费|返|媒介|联络)).*(?:机构|mcn|公司|agency)`,
);
export const PLATFORM_WORDS = /^(?!.*(?:分发|同步|其他|等级|服务|授权)).*(?:平台|platform)/;
/** The day on which somebody looked, and no day of a note, of an order or of what is to come. */
export const AS_OF_WORDS =
  /^(?!.*(?:最近|最后|最新|笔记|发布|报价|档期|频率|post|note)).*(?:更新|采集|抓取|统计|导出|数据|updated|collected|exported|asof).*$/;

/** Something of a creator that is no name, and things with names of their own. */
const NOT_A_NAME =
  "id|链接|主页|网址|(?<!账)号$|号码|编号|类型|类目|等级|标签|url|link|品牌|下单|商品|产品|spu|笔记|项目|合作|公司|机构|mcn|团队|评论|粉丝|单$|是否|地|备注|brand|product|campaign|project|company|agency|email";
export const NAMES = new RegExp(
  `^(?!.*(?:${NOT_A_NAME})).*(?:昵称|名称|名字|达人名|博主名|红人名|账号名|推荐(?:达人|博主|红人|账号|人选)|(?:creator|blogger|influencer|kol|account|display|screen|nick)name)|^(?:小红书)?(?:达人|博主|红人|账号|kol|creators?|bloggers?|influencers?|name)$`,
);
/** Texts that say something else than who a row is about. */
export const SURELY_NO_NAME = new RegExp(
  `${NOT_A_NAME}|序号|说明|反馈|状态|日期|时间|档期|排期|地区|城市|合同|发票|订单|人设|性别|特征|方式|形式|要求|对接|商务|媒介|经纪|负责|跟进|审核|意见|授权|税|返点|内容|标题|文案|话题|平台|有效期|权益|status|remark|comment|note|date|owner|contact|contract|order|title`,
);

/** Of notes, orders and products: no id and no link of a creator. */
export const OF_A_NOTE =
  /笔记|作品|视频|封面|图片|素材|内容|订单|任务|商品|产品|spu|note|post|video|cover|order|task|product/;

/** What a column's numbers are over notes, as far as its header says it. */
export function statisticOf(key: string): Statistic {
  if (/中位|median/.test(key)) return "median";
  // pasted from Qiangua, whose columns of these names hold medians. source: vendor-exports
  if (/^平均(?:收藏|评论)$/.test(key)) return "unknown";
  return /平均|均|avg|average|mean/.test(key) ? "mean" : "unknown";
}

const MONTHS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 半: 0.5, 六: 6 };
const DAYS_A_MONTH = 30;

/** The look-back that a header names: 近30天, 近三个月, last 90 days. */
export function windowOf(key: string): number | undefined {
  const days = /(\d{1,3})(?:天|日|days?)/.exec(key)?.[1];
  if (days !== undefined) return Number(days);
  const month = /近(\d{1,2}|[一两二三半六])?个?月/.exec(key);
  if (month === null) return undefined;
  const [, count = "一"] = month;
  return (MONTHS[count] ?? Number(count)) * DAYS_A_MONTH;
}
