package io.holdfast.serving.http;

import io.holdfast.serving.store.Store;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/**
 * The store of a server, if it keeps one.
 *
 * @param store empty where it was started without
 */
record StoreAccess(Optional<Store> store) {
    /** The store, or the problem that there is none. */
    Store require() {
        return store.orElseThrow(() -> new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND_404,
                "no_store",
                "This server keeps no store (expected: one that was started with --store).",
                "该服务器没有存储（应为：以 --store 启动的服务器）。")));
    }
}
