/** The verticals of the trade under one id each, so that 美妆 on an export and "beauty" on a campaign are the same. */

/** source: rules L5, and the words vendors use for them */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  beauty: ["beauty", "skincare", "makeup", "cosmetics", "美妆", "护肤", "彩妆", "美容", "化妆品"],
  fashion: ["fashion", "时尚", "穿搭", "服饰", "服装"],
  food: ["food", "f&b", "foodandbeverage", "snack", "coffee", "美食", "食品", "饮料", "零食", "咖啡", "食饮"],
  "mother-baby": ["mother-baby", "mother&baby", "motherandbaby", "baby", "parenting", "母婴", "育儿", "亲子"],
  health: ["health", "supplement", "supplements", "健康", "保健", "保健品", "养生"],
  medical: ["medical", "medicine", "pharmacy", "医疗", "药品", "医药", "医疗器械"],
  travel: ["travel", "旅行", "旅游", "出行"],
  luxury: ["luxury", "奢侈品", "奢品"],
  sports: ["sports", "sportswear", "fitness", "运动", "健身", "运动户外"],
  finance: ["finance", "financial", "金融", "理财"],
};

function fold(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
}

const IDS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([id, words]) => words.map((word) => [fold(word), id] as const)),
);

/**
 * The category ids named in a text; lists are parted by / , 、 ; or |. A word that is not in the list stands for
 * itself, folded, so that two equal unknown words still match.
 */
export function categoriesIn(text: string): string[] {
  const words = text.split(/[/,，、;；|]/u).map(fold);
  return words.filter((word) => word !== "").map((word) => IDS.get(word) ?? word);
}

/** Texts of a list repeat: most were read before. */
const read = new Map<string, ReadonlySet<string>>();
const MOST_READ = 4_096;

function idsOf(text: string): ReadonlySet<string> {
  const known = read.get(text);
  if (known) return known;
  const ids = new Set(categoriesIn(text));
  if (read.size >= MOST_READ) read.clear();
  read.set(text, ids);
  return ids;
}

/** Whether two texts name a common category. */
export function sameCategory(a: string, b: string): boolean {
  const [one, other] = [idsOf(a), idsOf(b)];
  for (const id of one) if (other.has(id)) return true;
  return false;
}
