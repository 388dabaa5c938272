package io.holdfast.scoring.yaml;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a YAML file as people write settings: one document, a mapping at the top, every value text.
 *
 * <p>A key or list item without a value is refused, as are anchors, aliases and tags, a key that stands twice, more than one document, more
 * than 4 MiB, more than 32 levels, and any encoding but UTF-8 (with or without byte order mark).
 */
public final class YamlReader {
    static final int LARGEST = 4 << 20;

    private static final int LONGEST_LINE = 1 << 16;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");

    private YamlReader() {}

    /**
     * Reads a file; messages name it as the path is written.
     *
     * @throws InputException if it cannot be read or is not such a file; the message names the line
     */
    public static YamlMapping read(Path file) {
        return read(file.toString(), InputFile.bytes(file, LARGEST));
    }

    /**
     * Reads the bytes of a file.
     *
     * @param source how messages name it
     * @throws InputException if it is not such a file; the message names the line
     */
    public static YamlMapping read(String source, byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(bytes, chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            throw new YamlScalar(source, lineAfter(text), "")
                    .fault(
                            "not_utf8",
                            String.format(
                                    "byte %d (0x%02X) is not valid UTF-8; save the file as UTF-8",
                                    bytes.position() + 1, bytes.get()));
        }
        return read(source, text);
    }

    /**
     * Reads text.
     *
     * @param source how messages name it
     * @throws InputException if it is not such a file; the message names the line
     */
    public static YamlMapping read(String source, String text) {
        if (text.length() > LARGEST) {
            throw new InputException(
                    "file_too_large", source + " is larger than the " + LARGEST + " bytes allowed for it");
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        checkCharacters(source, content);
        return YamlTree.read(source, content);
    }

    /**
     * Finds a control character before the parser does, because it cannot tell the line; and an endless line, because the parser's time
     * grows with the square of a line's length.
     */
    private static void checkCharacters(String source, String text) {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1))) {
                line++;
                lineStart = at + 1;
            } else if (at - lineStart == LONGEST_LINE) {
                throw new YamlScalar(source, line, "")
                        .fault("line_too_long", "more than " + LONGEST_LINE + " characters in a line");
            } else if (!Character.isLowSurrogate(c) && !StreamReader.isPrintable(text.codePointAt(at))) {
                throw new YamlScalar(source, line, "")
                        .fault(
                                "not_text",
                                String.format("character U+%04X; expected plain text", text.codePointAt(at)));
            }
        }
    }

    private static int lineAfter(String text) {
        return 1 + (int) LINE_BREAK.matcher(text).results().count();
    }
}
