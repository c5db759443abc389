/** Sheets with headers of the agency's own: what surely holds a fact is used, the rest is left out by name and never misread. */
import { describe, expect, test } from "vitest";
import { askedColumns } from "../../src/imports/mapped-columns.ts";
import { readImport } from "../../src/imports/read-import.ts";
import { readTable } from "../../src/imports/read-table.ts";
import { bytesOf, csv, type Grid } from "./sheets.ts";

const tableOf = (grid: Grid) => readTable(bytesOf(csv(grid)), "list.csv");

async function read(grid: Grid) {
  const answer = await readImport(await tableOf(grid), { mappingOf: () => Promise.resolve(undefined) });
  if (!("list" in answer)) throw new Error("The columns are asked about.");
  return answer;
}

/** A sheet that says who and how large, with one more column. */
async function withColumn(title: string, cells: readonly string[]) {
  const grid = [
    ["昵称", "粉丝数", title],
    ...cells.map((cell, index) => [`博主${index}`, String(9000 + index), cell]),
  ];
  const { list, guessed } = await read(grid);
  const { facts = {}, ...who } = list.creators[0] ?? {};
  const { followers, ...rest } = facts as Record<string, unknown>;
  const left = list.report.unusedColumns.find(({ column }) => column === title)?.reason;
  const asked = askedColumns(await tableOf(grid)).find((column) => column.title === title);
  return { list, who, followers, facts: rest, left, guessed, guess: asked?.guess };
}

test("an MCN sheet: three columns of the agency's own wording are read, and said to be guessed", async () => {
  const { list, guessed } = await read([
    ["昵称", "小红书号", "粉丝数", "近30天阅读中位数", "所在地区", "内容类目", "返点"],
    ["小鹿", "deer1", "8.2万", "21000", "上海", "护肤", "20%"],
    ["阿禾", "rice2", "5.1万", "9000", "杭州", "美食", "15%"],
  ]);
  expect(list.creators[0]?.facts).toMatchObject({
    reads: { value: 21_000, statistic: "median", windowDays: 30 },
    city: { value: "上海" },
    category: { value: "beauty" },
  });
  expect(list.report.unusedColumns).toEqual([{ column: "返点", reason: "evidence" }]);
  // 内容类目 is a header of Pugongying's
  expect(guessed).toEqual([
    { column: "近30天阅读中位数", meaning: "reads" },
    { column: "所在地区", meaning: "city" },
  ]);
});

describe("used", () => {
  test.each<[string, readonly string[], object]>([
    [
      "近30天阅读中位数",
      ["21000", "9000"],
      { reads: { value: 21_000, statistic: "median", windowDays: 30 } },
    ],
    ["近90天平均互动量", ["800", "900"], { interactions: { value: 800, statistic: "mean", windowDays: 90 } }],
    ["近一个月篇均点赞", ["800", "900"], { likes: { value: 800, statistic: "mean", windowDays: 30 } }],
    ["所在地区", ["上海", "杭州"], { city: { value: "上海" } }],
    ["常驻城市", ["上海", "杭州"], { city: { value: "上海" } }],
    ["达人所在地", ["上海", "杭州"], { city: { value: "上海" } }],
    ["内容类目", ["护肤", "美食"], { category: { value: "beauty" } }],
    ["内容方向/赛道", ["护肤", "美食"], { category: { value: "beauty" } }],
    ["博主类型", ["护肤", "美食"], { category: { value: "beauty" } }],
    ["所属MCN", ["某机构", "另一家"], { mcn: { value: "某机构" } }],
    ["女性粉丝占比", ["87%", "60%"], { femaleShare: { value: 0.87 } }],
    ["合作价", ["3000", "4500"], { quoteImage: { value: { amount: 300_000, currency: "CNY" } } }],
    ["视频合作价（万）", ["0.3", "0.45"], { quoteVideo: { value: { amount: 300_000, currency: "CNY" } } }],
    ["报备图文价", ["3000", "4500"], { quoteImage: { value: { amount: 300_000, currency: "CNY" } } }],
    // pasted out of vendors' exports
    ["健康等级", ["优秀", "异常"], { healthGrade: { value: "excellent" } }],
    ["账号健康等级", ["优秀", "异常"], { healthGrade: { value: "excellent" } }],
    ["是否低活跃", ["否", "是"], { activeLow: { value: false } }],
    ["粉丝真实度", ["58%", "70%"], { suspiciousShare: { value: 0.42 } }],
    ["近60天平均点赞", ["800", "900"], { likes: { value: 800, statistic: "mean", windowDays: 60 } }],
    ["粉丝男/女", ["13.6% | 86.4%", "20% | 80%"], { femaleShare: { value: 0.864 } }],
    [
      "粉丝地域",
      ["上海|17.4% 北京|15.2%", "上海|10%"],
      { regionShares: { value: { 上海: 0.174, 北京: 0.152 } } },
    ],
    [
      "粉丝年龄分布",
      ["18-24:40% 25-34:30%", "18-24:10%"],
      { ageShares: { value: { "18-24": 0.4, "25-34": 0.3 } } },
    ],
    ["粉丝量变化幅度%", ["-1.2%", "3%"], { followersGained30dShare: { value: -0.012 } }],
    ["近60天笔记数", ["14", "9"], { notes90d: { value: 14, windowDays: 60 } }],
    ["签约MCN", ["某机构", "无"], { mcn: { value: "某机构" } }],
  ])("%s", async (title, cells, facts) => {
    const { facts: found, left, guess } = await withColumn(title, cells);
    expect(found).toMatchObject(facts);
    expect(Object.keys(found)).toEqual(Object.keys(facts));
    expect(left).toBeUndefined();
    // who changes a column later finds this one as it was read
    expect(guess).not.toBeNull();
  });

  test("a median of the agency's wording goes before a plain number with a known header", async () => {
    const { list } = await read([
      ["昵称", "粉丝数", "浏览量", "近30天阅读中位数", "平均阅读"],
      ["小鹿", "8.2万", "90000", "21000", "30000"],
      ["阿禾", "5.1万", "90000", "", "30000"],
    ]);
    expect(list.creators.map(({ facts }) => facts.reads)).toEqual([
      { value: 21_000, source: "mcn", statistic: "median", windowDays: 30 },
      { value: 30_000, source: "mcn", statistic: "mean" },
    ]);
  });

  test("a profile link under any header says who; the platform sets others aside", async () => {
    const id = "5f3a1b2c3d4e5f6a7b8c9d0e";
    const { list } = await read([
      ["昵称", "粉丝数", "小红书主页地址", "所属平台"],
      ["小鹿", "8.2万", `https://www.xiaohongshu.com/user/profile/${id}`, "小红书"],
      ["阿强", "5.1万", "", "抖音"],
    ]);
    expect(list.creators).toMatchObject([{ name: "小鹿", platformId: id }]);
    expect(list.report.setAside).toMatchObject([{ name: "阿强", reason: "other-platform" }]);
  });
});

describe("left out by name, and guessed to be nothing", () => {
  test.each<[string, readonly string[]]>([
    ["订单编号", ["DD20260801001", "DD20260801002"]],
    ["订单编号", ["2026080112345678", "2026080112345679"]],
    ["合同编号", ["HT-001", "HT-002"]],
    ["快递单号", ["SF1234567890", "SF1234567891"]],
    ["备注", ["可谈", "已合作"]],
    [
      "笔记链接",
      ["https://www.xiaohongshu.com/explore/66aa00000000000000000001", "http://xhslink.com/abc12"],
    ],
    ["笔记链接", ["http://xhslink.com/abc11", "http://xhslink.com/abc12"]],
    ["笔记ID", ["66aa00000000000000000001", "66aa00000000000000000002"]],
    ["封面链接", ["http://xhslink.com/abc11", "http://xhslink.com/abc12"]],
    ["报价有效期", ["2026-12-31", "2026-12-31"]],
    ["报价有效期（天）", ["30", "15"]],
    ["报价截止日期", ["2026-12-31", "2026-12-31"]],
    ["档期", ["12月上旬", "随时"]],
    ["档期时间", ["2026-12-01", "2026-12-05"]],
    ["最近更新时间", ["2026-11-01", "2026-11-05"]],
    ["返点", ["20%", "15%"]],
    ["返点", ["20", "15"]],
    ["返后价", ["2400", "3600"]],
    ["税点", ["6%", "3%"]],
    ["税点", ["6", "3"]],
    ["授权费", ["500", "800"]],
    ["授权费用", ["500", "800"]],
    ["视频授权费", ["500", "800"]],
    ["平台服务费用", ["300", "450"]],
    ["评论区置顶费", ["500", "800"]],
    ["成本价", ["2000", "3000"]],
    ["打包价", ["6000", "9000"]],
    ["产品单价", ["199", "299"]],
    ["阅读单价", ["0.22", "0.3"]],
    ["性价比", ["8", "9"]],
    ["互动成本", ["27.5", "31"]],
    ["直播费用", ["5000", "8000"]],
    ["二剪费用", ["500", "800"]],
    ["Engagement rate", ["3.5", "4.1"]],
    ["Cost per read", ["0.22", "0.3"]],
    ["合作品牌名称", ["某品牌", "另一品牌"]],
    ["品牌名称", ["某品牌", "另一品牌"]],
    ["项目名称", ["春季种草", "春季种草"]],
    ["下单账号", ["shop_1", "shop_1"]],
    ["达人等级", ["金冠薯", "银冠薯"]],
    ["达人人设", ["学生", "宝妈"]],
    ["达人反馈", ["可以", "不行"]],
    ["博主性别", ["女", "男"]],
    ["对接人", ["Lily", "Tom"]],
    ["机构商务", ["Lily", "Tom"]],
    ["是否签约机构", ["是", "否"]],
    ["合作形式", ["图文", "视频"]],
    ["笔记类型", ["图文", "视频"]],
    ["内容形式", ["图文", "视频"]],
    ["发票类型", ["专票", "普票"]],
    ["合作品类", ["面霜", "精华"]],
    ["粉丝城市等级", ["一线", "二线"]],
    ["可分发平台", ["抖音", "微博"]],
    ["免费分发其他平台", ["可", "不可"]],
    ["全网粉丝", ["200000", "300000"]],
    ["抖音粉丝数", ["200000", "300000"]],
    ["粉丝活跃度", ["85", "90"]],
    ["互动粉丝比", ["6.1", "7"]],
    ["预估阅读", ["21000", "9000"]],
    ["保底阅读量", ["21000", "9000"]],
    ["商单阅读中位数", ["21000", "9000"]],
    ["视频播放中位数", ["21000", "9000"]],
    ["近30天商单数", ["0", "2"]],
    ["近30天发文", ["6", "8"]],
    ["评分", ["8", "9"]],
    ["女装占比", ["40%", "10%"]],
    ["千赞笔记占比", ["40%", "10%"]],
    ["序号", ["1", "2"]],
  ])("%s: %j", async (title, cells) => {
    const { list, facts, who, left, guess, guessed } = await withColumn(title, cells);
    expect(facts).toEqual({});
    expect(who).toEqual({ line: 2, name: "博主0" });
    expect(list.creators).toHaveLength(2);
    expect(left).toBe("evidence");
    expect(guess).toBeNull();
    expect(guessed).toEqual([]);
  });
});

describe("personal data", () => {
  test.each<[string, readonly string[]]>([
    ["手机号", ["13800138000", "13900139000"]],
    ["微信号", ["deer_1234", "rice_5678"]],
    ["wx", ["deer_1234", "rice_5678"]],
    ["WX号", ["deer_1234", "rice_5678"]],
    ["收货地址", ["上海市某路 1 号", "杭州市某路 2 号"]],
    ["寄样信息", ["小鹿 上海市某路 1 号", "阿禾 杭州市某路 2 号"]],
    ["联系人", ["Lily", "Tom"]],
    ["邮箱", ["a@example.com", "b@example.com"]],
    // nothing in the header says so, but the cells do
    ["号码", ["13800138000", "13900139000"]],
    ["备用信息", ["微信：deer_1234", "加v rice_5678"]],
  ])("%s is not stored, not shown and not asked about", async (title, cells) => {
    const { list, facts, left, guess } = await withColumn(title, cells);
    expect(facts).toEqual({});
    expect(left).toBe("personal");
    expect(guess).toBeUndefined();
    for (const cell of cells) expect(JSON.stringify(list)).not.toContain(cell);
  });

  test("what stands by accident in a cell of another column is not repeated", async () => {
    const { list } = await read([
      ["昵称", "粉丝数", "图文报价"],
      ["小鹿", "8.2万", "加微信 deer_1234 详谈"],
      ["阿禾", "5.1万", "13800138000 详谈"],
      ["大满", "5.1万", "面议"],
    ]);
    expect(list.report.unusedCells.map(({ line, text }) => [line, text])).toEqual([
      [2, ""],
      [3, ""],
      [4, "面议"],
    ]);
  });
});

describe("who a row is about", () => {
  const guesses = async (grid: Grid) =>
    Object.fromEntries(askedColumns(await tableOf(grid)).map(({ title, guess }) => [title, guess]));

  test("an order number is nobody: the next column of names is", async () => {
    expect(
      await guesses([
        ["订单编号", "合同编号", "推荐人选", "粉量级别"],
        ["DD20260801001", "HT-1", "小鹿", "82000"],
        ["DD20260801002", "HT-2", "阿禾", "51000"],
      ]),
    ).toEqual({ 订单编号: null, 合同编号: null, 推荐人选: "name", 粉量级别: "followers" });
  });

  test("nothing is guessed where no column holds names", async () => {
    expect(
      await guesses([
        ["订单编号", "合作状态", "粉量级别"],
        ["A-1", "已下单", "82000"],
        ["A-2", "已下单", "51000"],
        ["A-3", "已下单", "51000"],
        ["A-4", "已下单", "51000"],
        ["A-5", "待定", "51000"],
      ]),
    ).toEqual({ 订单编号: null, 合作状态: null, 粉量级别: "followers" });
  });

  test("of two columns for one meaning the known one is guessed, wherever it stands", async () => {
    expect(
      await guesses([
        ["推荐人", "小红书粉丝", "粉丝数", "平均阅读", "近30天阅读中位数"],
        ["小鹿", "1", "82000", "30000", "21000"],
      ]),
    ).toEqual({
      推荐人: "name",
      小红书粉丝: null,
      粉丝数: "followers",
      平均阅读: null,
      近30天阅读中位数: "reads",
    });
  });
});
