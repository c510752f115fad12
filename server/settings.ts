/**
 * Everything that can be set from outside, read once at the start. A wrong value is refused with the variable's
 * name, what was expected and what came. README's table of settings is tested against `SETTINGS`.
 */
import path from "node:path";
import { z } from "zod";
import type { StoreLocation } from "./store/store.ts";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Settings {
  /** 0 = any free port. */
  port: number;
  host: string;
  /** Absolute path; holds the SQLite file. */
  dataDir: string;
  store: StoreLocation;
  logLevel: LogLevel;
  requestTimeoutMs: number;
  shutdownTimeoutMs: number;
  /** Requests to the API that one client address may send in a minute; 0 = no limit. This machine itself has none. */
  requestsPerMinute: number;
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed. */
  trustProxy: string[];
}

/** Every setting in the order of README's table; `default` is what stands there, "" = not set. */
export const SETTINGS = [
  { name: "PORT", meaning: "Port to listen on; 0 takes a free one", default: "4280" },
  {
    name: "HOST",
    meaning: "Address to listen on; 0.0.0.0 opens the service to the network",
    default: "127.0.0.1",
  },
  { name: "DATA_DIR", meaning: "Folder of the SQLite database", default: "./data" },
  {
    name: "NEO4J_URI",
    meaning: "Address of a Neo4j database (neo4j:// or bolt://), used in place of SQLite",
    default: "",
  },
  { name: "NEO4J_USERNAME", meaning: "User of that database", default: "neo4j" },
  {
    name: "NEO4J_PASSWORD",
    meaning: "Password of that user; needed with NEO4J_URI",
    default: "",
  },
  {
    name: "NEO4J_DATABASE",
    meaning: "Name of the database on that server; not set: the user's home database",
    default: "",
  },
  { name: "LOG_LEVEL", meaning: `How much to log: ${LOG_LEVELS.join(", ")}`, default: "info" },
  {
    name: "REQUEST_TIMEOUT_MS",
    meaning: "Longest time for one answer, in milliseconds",
    default: "10000",
  },
  {
    name: "SHUTDOWN_TIMEOUT_MS",
    meaning: "Longest time to finish running answers when told to stop, in milliseconds",
    default: "5000",
  },
  {
    name: "REQUESTS_PER_MINUTE",
    meaning: "Requests to the API that one address in the network may send; 0 = no limit",
    default: "3000",
  },
  {
    name: "TRUST_PROXY",
    meaning: "Addresses (with commas) of reverse proxies that name the real client, e.g. loopback",
    default: "",
  },
] as const;
export type SettingName = (typeof SETTINGS)[number]["name"];

/** All wrong settings at once, one line each. */
export class WrongSettings extends Error {
  override name = "WrongSettings";
}

const defaults = Object.fromEntries(SETTINGS.map((setting) => [setting.name, setting.default]));
const NEO4J_SCHEME = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^/?#@\s]+(?:[/?#]\S*)?$/;

/** What never stands in a message. */
const SECRETS: readonly string[] = ["NEO4J_PASSWORD"];

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max,
      `a whole number from ${min} to ${max}`,
    )
    .transform(Number);

const schema = z.object({
  PORT: wholeNumber(0, 65_535),
  HOST: z.string().regex(/^[a-z0-9.:%_-]+$/i, "a host name or an IP address"),
  DATA_DIR: z.string().refine((text) => !text.includes("\0"), "the path of a folder"),
  NEO4J_URI: z
    .string()
    .refine(
      (text) => text === "" || NEO4J_SCHEME.test(text),
      "an address like neo4j://host:7687 or bolt://host:7687, without user and password",
    ),
  NEO4J_USERNAME: z.string(),
  NEO4J_PASSWORD: z.string(),
  NEO4J_DATABASE: z
    .string()
    .regex(/^[a-z0-9.-]*$/i, "a database name of letters, digits, '.' and '-'"),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }),
  REQUEST_TIMEOUT_MS: wholeNumber(100, 600_000),
  SHUTDOWN_TIMEOUT_MS: wholeNumber(0, 600_000),
  REQUESTS_PER_MINUTE: wholeNumber(0, 10_000_000),
  TRUST_PROXY: z
    .string()
    .regex(
      /^[a-z0-9.:/, ]*$/i,
      "IP addresses, subnets, loopback, linklocal or uniquelocal, with commas",
    )
    .transform((text) => text.split(",").map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== "")),
}) satisfies z.ZodType<unknown, Record<SettingName, string>>;

/** Reads the settings; a variable that is missing or empty takes its default. Throws `WrongSettings`. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    SETTINGS.map(({ name }) => [name, env[name] || defaults[name]] as const),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) =>
      refusal(String(issue.path[0]), issue.message, env[String(issue.path[0])]),
    );
    throw new WrongSettings(lines.join("\n"));
  }
  const values = parsed.data;
  const dataDir = path.resolve(values.DATA_DIR);
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir,
    store: storeLocation(values, env, dataDir),
    logLevel: values.LOG_LEVEL,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    shutdownTimeoutMs: values.SHUTDOWN_TIMEOUT_MS,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    trustProxy: values.TRUST_PROXY,
  };
}

function storeLocation(
  values: z.output<typeof schema>,
  env: Readonly<Record<string, string | undefined>>,
  dataDir: string,
): StoreLocation {
  if (values.NEO4J_URI === "") {
    // A password without an address is a mistake that would silently end in SQLite.
    const lonely = ["NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"].find((name) => env[name]);
    if (lonely) throw new WrongSettings(refusal("NEO4J_URI", `an address, as ${lonely} is set`));
    return { engine: "sqlite", file: path.join(dataDir, "querblick.db") };
  }
  if (values.NEO4J_PASSWORD === "") {
    throw new WrongSettings(refusal("NEO4J_PASSWORD", "a password, as NEO4J_URI is set"));
  }
  return {
    engine: "neo4j",
    uri: values.NEO4J_URI,
    username: values.NEO4J_USERNAME,
    password: values.NEO4J_PASSWORD,
    ...(values.NEO4J_DATABASE === "" ? {} : { database: values.NEO4J_DATABASE }),
  };
}

function refusal(name: string, expected: string, came?: string): string {
  const shown = (came ?? "").replace(/\/\/[^/@]*@/, "//…@").slice(0, 120);
  const got = came && !SECRETS.includes(name) ? JSON.stringify(shown) : "nothing";
  return `${name}: expected ${expected} (got ${got})`;
}
