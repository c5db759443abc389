/** Words that may mean trouble around a creator. Each is a reason to look, never a finding: the sentence decides. */

export type SafetyKind = "scandal" | "fraud" | "quality" | "conduct" | "illegal";

/** source: rules F8 */
export const SAFETY_WORDS: Readonly<Record<SafetyKind, RegExp>> = {
  scandal:
    /塌房|人设崩|封杀|被封号|封号|全网黑|黑历史|抵制|辱华|道歉声明|公开道歉|\b(?:scandal|cancell?ed|boycott\w*|backlash)\b/giu,
  fraud:
    /刷量|刷数据|买粉|假粉|水军|造假|虚假宣传|虚假种草|骗钱|骗子|诈骗|割韭菜|恰烂钱|抄袭|盗图|洗稿|\b(?:scam\w*|fraud\w*|fake followers?|plagiari\w+|stolen (?:photos?|content))\b/giu,
  quality:
    /假货|烂脸|过敏进医院|三无产品|售假|以次充好|翻车|踩雷|退款无门|维权|投诉|\b(?:counterfeit|knock-?offs?|allergic reaction|recall(?:ed)?)\b/giu,
  conduct:
    /家暴|出轨|霸凌|网暴|歧视|地域黑|骂人|引战|炫富|虐猫|虐狗|虐待|\b(?:racis[tm]|sexis[tm]|bully\w*|harass\w*|abus(?:e|ive))\b/giu,
  illegal:
    /偷税|漏税|逃税|吸毒|涉毒|赌博|涉黄|酒驾|被抓|被捕|立案|\b(?:arrested|tax evasion|drug use|gambling)\b/giu,
};

/** In front of a word: somebody says that it is not so, or warns of it in general. */
export const DENIED =
  /没有|没|不是|不会|并非|从不|从未|绝不|拒绝|远离|别|避免|防止|辟谣|谣言|澄清|怎么避开|\b(?:not|no|never|isn't|without|avoid|false)\b/iu;

/** Around a word: the everyday sense of it, such as a make-up that went wrong. */
export const EVERYDAY =
  /(?:妆|发型|头发|刘海|烘焙|蛋糕|做饭|菜|穿搭|自拍|拍照|美甲|手残|第一次|教程|尝试).{0,6}(?:翻车|踩雷)|(?:翻车|踩雷).{0,4}(?:现场|教程|合集|实录|避雷)|不踩雷|防踩雷/u;
