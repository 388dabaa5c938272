package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** Merged ids on PostgreSQL. */
@Tag("slow")
final class PostgresMergeTest extends MergeContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
