package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** What agents found out, on PostgreSQL. */
@Tag("slow")
final class PostgresAgentReportsTest extends AgentReportsContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
