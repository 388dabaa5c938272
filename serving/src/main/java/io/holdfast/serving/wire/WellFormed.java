package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.LocalizedText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * What a JSON reader lets through though it is no text: bytes that are not UTF-8 (RFC 8259 section 8.1 asks for it, without a byte order
 * mark), and escapes that leave half a surrogate pair.
 */
final class WellFormed {
    private static final int CHARS = 4096;

    private WellFormed() {}

    /** Refuses whatever is not UTF-8; also UTF-16 and UTF-32, which readers otherwise recognise on their own. */
    static void requireUtf8(byte[] body) throws MalformedRequestException {
        if (startsWith(body, 0xEF, 0xBB, 0xBF) || startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
            throw MalformedRequestException.unreadable(
                    "bad_encoding",
                    Verdict.of(
                            LocalizedText.of("The body begins with a byte order mark", "请求体以字节顺序标记开头"),
                            LocalizedText.of("UTF-8 without one", "不带该标记的 UTF-8")));
        }
        boolean nulAmongFirst = false;
        for (int i = 0; i < Math.min(4, body.length); i++) {
            nulAmongFirst |= body[i] == 0;
        }
        if (nulAmongFirst || !(isAscii(body) || decodes(body))) {
            throw MalformedRequestException.unreadable(
                    "bad_encoding",
                    Verdict.of(LocalizedText.of("The body is not UTF-8", "请求体不是 UTF-8"), LocalizedText.same("UTF-8")));
        }
    }

    private static boolean startsWith(byte[] body, int... start) {
        if (body.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (body[i] != (byte) start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(byte[] body) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer chars = CharBuffer.allocate(CHARS);
        while (bytes.hasRemaining()) {
            chars.clear();
            if (decoder.decode(bytes, chars, true).isError()) {
                return false;
            }
        }
        return true;
    }

    /** Whether all surrogates in a text come in pairs. */
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPairAt(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isPairAt(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
