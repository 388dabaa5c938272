package io.holdfast.serving.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty store for every test. */
abstract class OpenStore {
    @TempDir
    Path directory;

    Store store;

    /** Where a new one is; another one at every call. */
    abstract StoreLocation location();

    @BeforeEach
    void open() {
        store = Store.open(location());
    }

    @AfterEach
    void close() {
        store.close();
    }
}
