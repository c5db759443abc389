/** The names that vendors give to content categories, brought to the ids that campaigns use. */

/** Parts of names, the narrower before the wider: 母婴美食 is mother and baby. source: rules L5 */
const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/母婴|孕产|宝宝|婴童/, "mother-baby"],
  [/亲子|育儿|早教/, "parenting"],
  [/美妆|护肤|彩妆|香水|香氛|美容|个护|美甲|美发/, "beauty"],
  [/奢侈|奢品|珠宝|腕表/, "luxury"],
  [/咖啡/, "coffee"],
  [/零食/, "snack"],
  [/美食|探店|烘焙|饮品|食品/, "food"],
  [/运动|健身|户外|瑜伽/, "sportswear"],
  [/时尚|穿搭|服饰|鞋包/, "fashion"],
  [/健康|养生|营养|医/, "health"],
  [/旅行|旅游|出行|酒店|民宿/, "travel"],
];

/**
 * @param text a cell with one category or several, joined by `/`, `、`, `,` or blanks; the first one known counts
 * @returns a campaign category such as "beauty"; the first name as it stands where none is known
 */
export function categoryOf(text: string): string {
  return categoriesOf(text)[0] ?? namesIn(text)[0] ?? text;
}

/** All campaign categories that a cell names, in its order. */
export function categoriesOf(text: string): string[] {
  const known = namesIn(text).map((name) => CATEGORIES.find(([words]) => words.test(name))?.[1]);
  return known.filter((category) => category !== undefined);
}

function namesIn(text: string): string[] {
  return text.split(/[/、,，;；|\s]+/).filter((name) => name !== "");
}
