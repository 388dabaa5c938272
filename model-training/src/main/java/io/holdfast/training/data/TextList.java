package io.holdfast.training.data;

import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;

/** A growing list of short texts, one a row, each in the bytes of its UTF-8 and four more. */
final class TextList {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    /** As many as a table of twice their number, in an array, has room for. */
    private static final int MOST = 715_827_883;

    private static final int PRIME_BITS = 61;
    private static final long PRIME = (1L << PRIME_BITS) - 1;

    /** Drawn anew in every process, so that nobody can make up texts that all fall into one place. Nothing that is given back depends on it. */
    private static final long KEY = (new SecureRandom().nextLong() & PRIME) | (1L << (PRIME_BITS - 1));

    /** The texts of a chunk of rows one behind the other, and where each ends. */
    private static final class Chunk {
        private byte[] bytes = new byte[1024];
        private int[] ends = new int[64];
        private int size;

        void add(byte[] text) {
            int start = end(size - 1);
            if (start + text.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(start + text.length, bytes.length + (bytes.length >> 1)));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
            }
            System.arraycopy(text, 0, bytes, start, text.length);
            ends[size++] = start + text.length;
        }

        private int end(int place) {
            return place < 0 ? 0 : ends[place];
        }

        String get(int place) {
            int start = end(place - 1);
            return new String(bytes, start, ends[place] - start, StandardCharsets.UTF_8);
        }

        long hash(int place) {
            return TextList.hash(bytes, end(place - 1), ends[place]);
        }

        static boolean equal(Chunk one, int place, Chunk other, int otherPlace) {
            return Arrays.equals(
                    one.bytes,
                    one.end(place - 1),
                    one.ends[place],
                    other.bytes,
                    other.end(otherPlace - 1),
                    other.ends[otherPlace]);
        }
    }

    private Chunk[] chunks = new Chunk[1];
    private int size;

    void add(String text) {
        int chunk = size >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if ((size & (CHUNK - 1)) == 0) {
            chunks[chunk] = new Chunk();
        }
        chunks[chunk].add(text.getBytes(StandardCharsets.UTF_8));
        size++;
    }

    String get(int row) {
        return chunks[row >>> CHUNK_BITS].get(row & (CHUNK - 1));
    }

    /**
     * A number per text, from 0 in the order of first appearance, equal where texts are.
     *
     * @throws InputException if there are too many
     */
    int[] numbers() {
        // An open hash table of rows, plus 1.
        int[] slots = new int[slots(size)];
        int[] numbers = new int[size];
        int next = 0;
        for (int row = 0; row < size; row++) {
            int slot = slot(row, slots.length);
            while (slots[slot] != 0 && !equal(slots[slot] - 1, row)) {
                slot = (slot + 1) & (slots.length - 1);
            }
            if (slots[slot] == 0) {
                slots[slot] = row + 1;
                numbers[row] = next++;
            } else {
                numbers[row] = numbers[slots[slot] - 1];
            }
        }
        return numbers;
    }

    /** A power of two, so that at most two in three are taken. */
    static int slots(int size) {
        if (size > MOST) {
            throw new InputException(
                    "too_many_rows",
                    String.format(
                            Locale.ROOT,
                            "the table has %,d rows, more than can be told apart by id or group; expected at most %,d",
                            size,
                            MOST));
        }
        return Integer.highestOneBit(Math.max(1, size - 1 + (size >> 1))) << 1;
    }

    /** A polynomial of the bytes at the key, modulo a prime (Carter and Wegman 1979, "Universal classes of hash functions"). */
    static long hash(byte[] bytes, int from, int to) {
        long hash = 1;
        for (int at = from; at < to; at++) {
            hash = timesKey(hash) + (bytes[at] & 0xff);
        }
        return timesKey(hash);
    }

    /** Of what is hardly more than the prime; so is the product modulo it. */
    private static long timesKey(long value) {
        long low = value * KEY;
        long high = (Math.multiplyHigh(value, KEY) << (Long.SIZE - PRIME_BITS)) | (low >>> PRIME_BITS);
        long sum = (low & PRIME) + high;
        return (sum & PRIME) + (sum >>> PRIME_BITS);
    }

    private int slot(int row, int slots) {
        return (int) chunk(row).hash(row & (CHUNK - 1)) & (slots - 1);
    }

    private boolean equal(int row, int other) {
        return Chunk.equal(chunk(row), row & (CHUNK - 1), chunk(other), other & (CHUNK - 1));
    }

    private Chunk chunk(int row) {
        return chunks[row >>> CHUNK_BITS];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
