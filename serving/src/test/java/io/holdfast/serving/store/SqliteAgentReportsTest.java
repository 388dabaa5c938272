package io.holdfast.serving.store;

/** What agents found out, on SQLite. */
final class SqliteAgentReportsTest extends AgentReportsContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
