package io.holdfast.serving.wire;

import io.holdfast.scoring.table.NumberText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON as UTF-8, put together in memory. A reply about one customer has some hundred fields, and a general writer spends more on its own
 * bookkeeping than on their bytes; this one sets the commas and leaves it to its caller that names, values and brackets come in turn. Doubles are
 * written in the shortest form that reads back as the same number; zero has no sign. For one thread.
 */
final class JsonBytes {
    private static final int FIRST = 1 << 13;
    /** Arrays cannot be much longer. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /** An escape takes six bytes; in UTF-8 a character takes at most three. */
    private static final int MOST_OF_CHARACTER = 6;

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
    };
    private static final char NO_CHARACTER = '\uFFFD';

    private byte[] bytes = new byte[FIRST];
    private int length;

    /** Begins an object. */
    JsonBytes object() {
        return begin('{');
    }

    /** Begins an array. */
    JsonBytes array() {
        return begin('[');
    }

    private JsonBytes begin(char bracket) {
        beforeValue(1);
        bytes[length++] = (byte) bracket;
        return this;
    }

    /** Ends the object that was begun last. */
    JsonBytes endObject() {
        return end('}');
    }

    /** Ends the array that was begun last. */
    JsonBytes endArray() {
        return end(']');
    }

    private JsonBytes end(char bracket) {
        room(1);
        bytes[length++] = (byte) bracket;
        return this;
    }

    /**
     * The name of the next field.
     *
     * @param name ASCII without anything to escape
     */
    @SuppressWarnings(
            "deprecation") // The method does exactly what is needed: it copies the low byte of every character.
    JsonBytes name(String name) {
        int count = name.length();
        beforeValue(count + 3);
        byte[] to = bytes;
        int at = length;
        to[at++] = '"';
        name.getBytes(0, count, to, at);
        at += count;
        to[at++] = '"';
        to[at++] = ':';
        length = at;
        return this;
    }

    /** A text, null for none; half a surrogate pair becomes the replacement character, since UTF-8 has no form for it. */
    JsonBytes text(@Nullable String text) {
        if (text == null) {
            return nothing();
        }
        int count = text.length();
        beforeValue(count + 2);
        byte[] to = bytes;
        int at = length;
        to[at++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
                length = at;
                return difficult(text, i);
            }
            to[at++] = (byte) c;
        }
        to[at++] = '"';
        length = at;
        return this;
    }

    /** Goes on with a text at the first character that is not written as it is. */
    private JsonBytes difficult(String text, int from) {
        int count = text.length();
        room(Math.addExact(Math.multiplyExact(MOST_OF_CHARACTER, count - from), 1));
        byte[] to = bytes;
        int at = length;
        for (int i = from; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                at = c < ' ' || c == '"' || c == '\\' ? escaped(c, to, at) : single(c, to, at);
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | (c >> 6));
                to[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (isPair(text, i)) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                to[at++] = (byte) (0xF0 | (point >> 18));
                to[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                to[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                to[at++] = (byte) (0x80 | (point & 0x3F));
            } else {
                at = triple(Character.isSurrogate(c) ? NO_CHARACTER : c, to, at);
            }
        }
        to[at++] = '"';
        length = at;
        return this;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static int single(char c, byte[] to, int at) {
        to[at] = (byte) c;
        return at + 1;
    }

    private static int triple(char c, byte[] to, int at) {
        to[at] = (byte) (0xE0 | (c >> 12));
        to[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3F));
        to[at + 2] = (byte) (0x80 | (c & 0x3F));
        return at + 3;
    }

    private static int escaped(char c, byte[] to, int from) {
        int at = from;
        to[at++] = '\\';
        switch (c) {
            case '"', '\\' -> to[at++] = (byte) c;
            case '\n' -> to[at++] = 'n';
            case '\r' -> to[at++] = 'r';
            case '\t' -> to[at++] = 't';
            default -> {
                to[at++] = 'u';
                to[at++] = '0';
                to[at++] = '0';
                to[at++] = DIGITS[c >> 4];
                to[at++] = DIGITS[c & 0xF];
            }
        }
        return at;
    }

    /** @param number finite */
    JsonBytes number(double number) {
        beforeValue(NumberText.MOST_BYTES);
        length = NumberText.write(number, bytes, length);
        return this;
    }

    JsonBytes number(int number) {
        beforeValue(NumberText.MOST_BYTES);
        length = NumberText.write((long) number, bytes, length);
        return this;
    }

    JsonBytes flag(boolean flag) {
        return json(flag ? TRUE : FALSE);
    }

    JsonBytes nothing() {
        return json(NULL);
    }

    /** @param json one value, written before */
    JsonBytes json(byte[] json) {
        beforeValue(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    /** What has come so far. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Sets a comma where a value or a name has another before it, and makes room. */
    private void beforeValue(int most) {
        room(most + 1);
        if (length > 0) {
            byte last = bytes[length - 1];
            if (last != '{' && last != '[' && last != ':') {
                bytes[length++] = ',';
            }
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            int needed = Math.addExact(length, more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST_BYTES, Math.max(2L * bytes.length, needed)));
        }
    }
}
