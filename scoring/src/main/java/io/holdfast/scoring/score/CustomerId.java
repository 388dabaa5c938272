package io.holdfast.scoring.score;

/** What may be a customer id: opaque text of 1 to 128 characters, never altered. */
public final class CustomerId {
    /** The most characters (UTF-16 units) of an id. */
    public static final int MOST_CHARACTERS = 128;

    private CustomerId() {}

    /**
     * Returns the id unchanged.
     *
     * @throws RefusedException when it is empty, too long, or holds control characters or half a surrogate pair
     */
    public static String require(String id) throws RefusedException {
        if (id.isEmpty() || id.length() > MOST_CHARACTERS) {
            throw refused("has " + id.length() + " characters");
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isISOControl(c)) {
                throw refused("holds a control character at position " + (i + 1));
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < id.length()
                        && Character.isLowSurrogate(id.charAt(i + 1));
                if (!pair) {
                    throw refused("holds half a surrogate pair at position " + (i + 1));
                }
                i++;
            }
        }
        return id;
    }

    private static RefusedException refused(String what) {
        return new RefusedException(
                "id_invalid",
                "",
                "The customer id " + what + " (expected: 1 to 128 characters, none a control character).");
    }
}
