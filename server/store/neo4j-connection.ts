/**
 * The way to a Neo4j: driver, sessions and the watch over what runs. A server that is gone or hangs is told from one
 * that works on something long: when nothing has come for a while, a fresh connection asks whether it still lives.
 */
import neo4j, {
  type Driver,
  type ManagedTransaction,
  type Session,
  type SessionMode,
} from "neo4j-driver";
import { StoreConflict, StoreError, type StoreLocation, StoreUnavailable } from "./store.ts";

export type Neo4jLocation = Extract<StoreLocation, { engine: "neo4j" }>;

/**
 * Silence after which the server is asked whether it lives. With the question's own limit it stays below 5 s; the
 * limit is the larger part, because a busy server is slow to take a new connection.
 */
const SILENCE_MS = 1_200;
const LIFE_SIGN_LIMIT_MS = 3_400;
const WATCH_INTERVAL_MS = 100;
const CONNECT_LIMIT_MS = 2_000;
const ACQUIRE_LIMIT_MS = 3_000;
const RETRY_LIMIT_MS = 2_000;
/** Idle connections are tested before they are used again. */
const IDLE_TEST_MS = 1_000;
const FETCH_ROWS = 2_000;

export class Neo4jConnection {
  readonly #location: Neo4jLocation;
  readonly #bookmarks = neo4j.bookmarkManager();
  #driver: Driver;
  #lifeSign: Promise<boolean> | undefined;
  #isClosed = false;

  constructor(location: Neo4jLocation) {
    this.#location = location;
    try {
      this.#driver = this.#connect(CONNECT_LIMIT_MS, ACQUIRE_LIMIT_MS);
    } catch (error) {
      throw new StoreError(
        `neo4j: expected an address like bolt://host:7687 or neo4j+s://host (got ${JSON.stringify(location.uri)})`,
        { cause: error },
      );
    }
  }

  #connect(connectionTimeout: number, connectionAcquisitionTimeout: number): Driver {
    const { uri, username, password } = this.#location;
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      connectionTimeout,
      connectionAcquisitionTimeout,
      connectionLivenessCheckTimeout: IDLE_TEST_MS,
      maxTransactionRetryTime: RETRY_LIMIT_MS,
      fetchSize: FETCH_ROWS,
      disableLosslessIntegers: true,
      telemetryDisabled: true,
      notificationFilter: { minimumSeverityLevel: "OFF" },
    });
  }

  session(defaultAccessMode: SessionMode): Session {
    if (this.#isClosed) throw new StoreError(`neo4j: ${this.#location.uri} is closed`);
    const { database } = this.#location;
    return this.#driver.session({
      defaultAccessMode,
      bookmarkManager: this.#bookmarks,
      ...(database === undefined ? {} : { database }),
    });
  }

  /** One transaction, tried again by the driver when the server asks for it; reads go to followers. */
  async execute<T>(
    mode: SessionMode,
    work: (tx: ManagedTransaction, progress: () => void) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    const session = this.session(mode);
    try {
      return await this.watch(
        (progress) =>
          mode === "READ"
            ? session.executeRead((tx) => work(tx, progress))
            : session.executeWrite((tx) => work(tx, progress)),
        signal,
      );
    } finally {
      // Ends what still runs on the server; not awaited, because a server that hangs does not answer.
      void session.close().catch(() => {});
    }
  }

  /** Rejects at once when the signal aborts, and within 5 s when the server is away or hangs. */
  async watch<T>(work: (progress: () => void) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    let lastSign = performance.now();
    let isAsking = false;
    const progress = () => {
      lastSign = performance.now();
    };
    const driver = this.#driver;
    const { promise: alarm, reject } = promiseWithReject();
    const look = async () => {
      const isSilent = () => performance.now() - lastSign >= SILENCE_MS;
      if (isAsking || !isSilent()) return;
      isAsking = true;
      if (await this.#isAlive()) progress();
      else if (isSilent()) reject(this.#declareDead(driver));
      isAsking = false;
    };
    const timer = setInterval(() => void look(), WATCH_INTERVAL_MS);
    const abort = () => reject(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    try {
      return await Promise.race([work(progress), alarm]);
    } catch (error) {
      throw this.#toStoreError(error);
    } finally {
      clearInterval(timer);
      signal?.removeEventListener("abort", abort);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#driver.close();
  }

  /** One question for all that wait at the same moment. */
  #isAlive(): Promise<boolean> {
    this.#lifeSign ??= this.#askForLife().finally(() => {
      this.#lifeSign = undefined;
    });
    return this.#lifeSign;
  }

  async #askForLife(): Promise<boolean> {
    const driver = this.#connect(LIFE_SIGN_LIMIT_MS, LIFE_SIGN_LIMIT_MS);
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), LIFE_SIGN_LIMIT_MS);
    });
    const { database } = this.#location;
    // A refusal is an answer too: a server short of memory or with another password lives.
    const answer = driver.getServerInfo(database === undefined ? {} : { database }).then(
      () => true,
      (error: unknown) => isFromServer(error),
    );
    const isAlive = await Promise.race([answer, limit]);
    clearTimeout(timer);
    void driver.close().catch(() => {});
    return isAlive;
  }

  /** Its connections may hang for many minutes more: the next question starts with new ones. */
  #declareDead(driver: Driver): StoreUnavailable {
    if (driver === this.#driver && !this.#isClosed) {
      this.#driver = this.#connect(CONNECT_LIMIT_MS, ACQUIRE_LIMIT_MS);
      void driver.close().catch(() => {});
    }
    return new StoreUnavailable(
      `neo4j: ${this.#location.uri} has not answered for ${SILENCE_MS + LIFE_SIGN_LIMIT_MS} ms`,
    );
  }

  #toStoreError(error: unknown): unknown {
    if (!(error instanceof neo4j.Neo4jError)) return error;
    const message = `neo4j: ${this.#location.uri}: ${error.message} (${error.code})`;
    if (error.code.startsWith("Neo.ClientError.Schema.Constraint")) {
      return new StoreConflict(message, { cause: error });
    }
    return error.retriable || !isFromServer(error)
      ? new StoreUnavailable(message, { cause: error })
      : new StoreError(message, { cause: error });
  }
}

/** Errors without a code of the server come from the way to it: no route, no connection in time. */
function isFromServer(error: unknown): boolean {
  return error instanceof neo4j.Neo4jError && error.code.startsWith("Neo.");
}

function promiseWithReject(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  promise.catch(() => {});
  return { promise, reject };
}
