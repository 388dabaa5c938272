package io.holdfast.serving.store;

/** The database did not take or give what was asked for: it is down, its disk is full, or too much waits for it. What it acknowledged before stands. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String what) {
        super(what);
    }

    StoreUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
