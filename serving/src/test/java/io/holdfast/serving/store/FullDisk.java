package io.holdfast.serving.store;

/** Lets a store on SQLite run out of room, as a full disk does: the database cannot grow any more. */
public final class FullDisk {
    private FullDisk() {}

    /** Takes away all room. */
    public static void fill(Store store) {
        limit(store, 1);
    }

    /** Gives it back. */
    public static void clear(Store store) {
        limit(store, 1_000_000_000);
    }

    /** A limit below the present size means the present size. */
    private static void limit(Store store, int pages) {
        store.damage(handle -> handle.createQuery("pragma max_page_count = " + pages)
                .mapTo(Integer.class)
                .one());
    }
}
