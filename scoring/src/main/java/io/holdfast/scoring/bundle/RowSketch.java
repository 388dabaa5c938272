package io.holdfast.scoring.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * The smallest {@value #KEPT} fingerprints of a set of rows (a k-minimum-values sketch, Bar-Yossef et al. 2002), enough
 * to notice that another table holds the same rows: of the rows of that table whose fingerprint is small enough to be
 * kept, the share that is kept estimates the overlap. Bounded size whatever the table's.
 */
public final class RowSketch {
    /** Fingerprints kept. */
    public static final int KEPT = 4096;

    private static final int DIGITS = 16;

    private final TreeSet<Long> smallest = new TreeSet<>(Long::compareUnsigned);

    /** An empty sketch. */
    public RowSketch() {}

    /** The sketch whose {@link #texts} these are. */
    static RowSketch of(List<String> texts) {
        RowSketch sketch = new RowSketch();
        if (texts.size() <= KEPT && texts.stream().allMatch(text -> text.length() == DIGITS)) {
            texts.forEach(text -> sketch.smallest.add(HexFormat.fromHexDigitsToLong(text)));
        }
        if (!sketch.texts().equals(texts)) {
            throw new IllegalArgumentException("fingerprints: (expected: at most " + KEPT + " times " + DIGITS
                    + " lower-case hexadecimal digits, ascending)");
        }
        return sketch;
    }

    /** The first 64 bits of a SHA-256 over the cells, each preceded by its length. */
    public static long fingerprint(List<String> cells) {
        MessageDigest digest = Sha256.digest();
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** Adds a row. */
    public void add(long fingerprint) {
        if (smallest.size() < KEPT || Long.compareUnsigned(fingerprint, smallest.last()) < 0) {
            smallest.add(fingerprint);
            if (smallest.size() > KEPT) {
                smallest.pollLast();
            }
        }
    }

    /** Whether a row of this fingerprint could be kept, so that its absence means something. */
    public boolean covers(long fingerprint) {
        return smallest.size() < KEPT || Long.compareUnsigned(fingerprint, smallest.last()) <= 0;
    }

    /** Whether a row of this fingerprint was added and kept. */
    public boolean contains(long fingerprint) {
        return smallest.contains(fingerprint);
    }

    /** The kept fingerprints as 16 hexadecimal digits, ascending. */
    public List<String> texts() {
        return smallest.stream().map(HexFormat.of()::toHexDigits).toList();
    }
}
