import path from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, SETTINGS, WrongSettings } from "../../../server/settings.ts";

function refusal(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof WrongSettings) return error.message;
    throw error;
  }
  return "accepted";
}

describe("settings", () => {
  it("has a default for everything", () => {
    expect(readSettings({})).toEqual({
      port: 4280,
      host: "127.0.0.1",
      dataDir: path.resolve("data"),
      store: { engine: "sqlite", file: path.resolve("data/querblick.db") },
      logLevel: "info",
      requestTimeoutMs: 10_000,
      shutdownTimeoutMs: 5_000,
      requestsPerMinute: 3_000,
      trustProxy: [],
    });
  });

  it("reads every variable of its table", () => {
    const env = {
      PORT: "0",
      HOST: "::1",
      DATA_DIR: "/srv/graph",
      NEO4J_URI: "neo4j+s://graph.example.org:7687",
      NEO4J_USERNAME: "reader",
      NEO4J_PASSWORD: "secret",
      NEO4J_DATABASE: "germany",
      LOG_LEVEL: "debug",
      REQUEST_TIMEOUT_MS: "2500",
      SHUTDOWN_TIMEOUT_MS: "0",
      REQUESTS_PER_MINUTE: "0",
      TRUST_PROXY: "loopback, 10.0.0.0/8",
    };
    expect(Object.keys(env)).toEqual(SETTINGS.map(({ name }) => name));
    expect(readSettings(env)).toEqual({
      port: 0,
      host: "::1",
      dataDir: "/srv/graph",
      store: {
        engine: "neo4j",
        uri: "neo4j+s://graph.example.org:7687",
        username: "reader",
        password: "secret",
        database: "germany",
      },
      logLevel: "debug",
      requestTimeoutMs: 2_500,
      shutdownTimeoutMs: 0,
      requestsPerMinute: 0,
      trustProxy: ["loopback", "10.0.0.0/8"],
    });
  });

  it("takes an empty variable as not set", () => {
    expect(readSettings({ PORT: "", NEO4J_URI: "", NEO4J_PASSWORD: "" })).toEqual(readSettings({}));
  });

  it.each([
    ["PORT", "http", 'PORT: expected a whole number from 0 to 65535 (got "http")'],
    ["PORT", "70000", 'PORT: expected a whole number from 0 to 65535 (got "70000")'],
    ["PORT", "-1", 'PORT: expected a whole number from 0 to 65535 (got "-1")'],
    ["HOST", "a b", 'HOST: expected a host name or an IP address (got "a b")'],
    [
      "LOG_LEVEL",
      "loud",
      'LOG_LEVEL: expected one of trace, debug, info, warn, error, fatal, silent (got "loud")',
    ],
    [
      "NEO4J_URI",
      "http://x",
      'NEO4J_URI: expected an address like neo4j://host:7687 or bolt://host:7687, without user and password (got "http://x")',
    ],
    ["NEO4J_DATABASE", "a/b", "NEO4J_DATABASE: expected a database name"],
    [
      "REQUEST_TIMEOUT_MS",
      "5",
      'REQUEST_TIMEOUT_MS: expected a whole number from 100 to 600000 (got "5")',
    ],
    ["TRUST_PROXY", "*", "TRUST_PROXY: expected IP addresses"],
  ])("refuses %s=%s", (name, value, message) => {
    expect(refusal({ [name]: value })).toContain(message);
  });

  it("names all wrong variables at once", () => {
    expect(refusal({ PORT: "x", LOG_LEVEL: "y" }).split("\n")).toHaveLength(2);
  });

  it("refuses half of an address of Neo4j instead of falling back to SQLite", () => {
    expect(refusal({ NEO4J_PASSWORD: "secret" })).toBe(
      "NEO4J_URI: expected an address, as NEO4J_PASSWORD is set (got nothing)",
    );
    expect(refusal({ NEO4J_URI: "bolt://localhost" })).toBe(
      "NEO4J_PASSWORD: expected a password, as NEO4J_URI is set (got nothing)",
    );
  });

  it("never repeats a password", () => {
    const message = refusal({ NEO4J_URI: "bolt://neo4j:hunter2@localhost:7687" });
    expect(message).toContain("NEO4J_URI: expected");
    expect(message).not.toContain("hunter2");
  });
});
