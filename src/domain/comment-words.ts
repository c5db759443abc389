/** Words of comments that say nothing about what was shown, in Chinese and English, and words that real questions have. */

/** Whole phrases and the particles between them: a comment made of these alone is generic. source: rules F3, V9 */
export const GENERIC_CHINESE =
  "太好看|好好看|好看|漂亮|好美|美丽|美|绝绝子|绝美|绝了|绝|爱了|大爱|好爱|爱|喜欢|不错|好棒|真棒|棒|优秀|厉害|牛|赞|可以|支持|来了|来啦|打卡|沙发|前排|路过|种草|被种草|拔草|学到|学习|收藏|码住|马住|蹲|加油|冲|哈+|嘿+|呜+|嘻+|666+|6+|yyds|mark|nice|互关|回关|已关注|关注|已赞|宝藏博主|仙女|女神|姐姐|姐妹|宝宝|宝贝|宝|博主|老师|好物|好用|有用|同款|推荐|谢谢|感谢|分享|期待|真的|真好|确实|是的|对|嗯|哇塞|哇|高级|氛围感|氛围|温柔|可爱|甜|神仙|颜值|好喜欢|安利";

/** source: rules F3 */
export const FILLER_CHINESE =
  "这个|这|那个|太|好|真|超级|超|很|非常|特别|最|也|又|都|就|了|啊|呀|哦|噢|喔|吧|哇|的|啦|耶|哟|诶|欸|呐|嘛|我|你|您|一下|一个|下|到|被|看";

export const GENERIC_ENGLISH: ReadonlySet<string> = new Set(
  "nice great good wow love lovely loved cool amazing awesome beautiful gorgeous pretty cute perfect stunning fab fabulous best fire slay queen yes yess yay ok okay lol haha thanks thank follow following followed first goals obsessed need want wonderful incredible fantastic super excellent iconic omg yum vibes inspo dm check".split(
    " ",
  ),
);

export const FILLER_ENGLISH: ReadonlySet<string> = new Set(
  "i you u it is its this that the a an so very really too much just my me your looks look looking one post pic photo video share sharing for all oh and to back girl sis babe dear".split(
    " ",
  ),
);

/** source: rules V9: questions about price, shade, skin, use */
export const QUESTION =
  /[?？]|请问|哪里|哪儿|哪个|哪款|哪家|怎么|咋|如何|多少|几[号毫克天次款个点]|什么|啥|吗|能不能|可不可以|是不是|有没有|会不会|好不好|求(?:链接|色号|店铺|教程|同款|推荐|问|告知)|\b(?:how|what|where|when|which|who|why|does|is it|can i|can you|could you|do you|any idea)\b/iu;

/** Lines that an app puts between comments: answers folded away, times, places, counts. */
export const NOT_A_COMMENT =
  /^(?:回复|赞|点赞|展开.*回复|查看.*回复|共\s*\d+\s*条.*|收起|置顶|作者|作者赞过|首评|reply|replies|like|likes|view \d+ repl.*|see translation|pinned|author|\d+|[-—·\s]*|\d+\s*(?:秒|分钟|小时|天|周|月|年)前.*|(?:昨天|今天|前天)\s*(?:\d{1,2}[:：]\d{2})?.*|\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?.{0,12}|\d+\s*(?:s|m|h|d|w|min|hours?|days?|weeks?|months?|years?)(?: ago)?)$/iu;
