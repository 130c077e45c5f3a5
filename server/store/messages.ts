/**
 * Messages between the server processes on one database: they reach whoever listens at that moment, and are stored in no table. The
 * database may write them to its own log, where its operator logs statements.
 */
export type Messages = {
  /** Reaches all processes, this one too. At most 8,000 bytes. */
  send(channel: string, text: string): Promise<void>;
  /** Calls back for each message until it is ended, also after the database was away. */
  listen(channel: string, onMessage: (text: string) => void): Promise<() => Promise<void>>;
};
