package io.holdfast.serving.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The part of an address behind its question mark, as it came: where it cannot be read, all parameters would seem not to be there. */
final class QueryText {
    private static final int HEX = 16;

    private QueryText() {}

    /** Whether every escape is one, and all together are UTF-8. */
    static boolean isReadable(String query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(query.length());
        for (int i = 0; i < query.length(); i++) {
            char at = query.charAt(i);
            if (at != '%') {
                bytes.writeBytes(String.valueOf(at).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            boolean isLongEnough = i + 2 < query.length();
            int high = isLongEnough ? Character.digit(query.charAt(i + 1), HEX) : -1;
            int low = isLongEnough ? Character.digit(query.charAt(i + 2), HEX) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            bytes.write(high * HEX + low);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
