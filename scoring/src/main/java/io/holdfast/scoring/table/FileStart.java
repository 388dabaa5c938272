package io.holdfast.scoring.table;

import io.holdfast.scoring.fault.InputException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Recognises by its first bytes a file that is not what it is taken for, so that the message can say what it is. */
final class FileStart {
    private FileStart() {}

    static @Nullable InputException fault(String file, ByteBuffer bytes, Charset encoding) {
        if (begins(bytes, 0x1F, 0x8B)) {
            return new InputException(
                    "compressed_file", file + " is compressed by gzip; expected a name ending in .gz for that");
        }
        if (begins(bytes, 'P', 'K', 3, 4)) {
            return new InputException(
                    "not_csv",
                    file + " is a zip archive or an Excel workbook; expected CSV (in Excel: save as CSV UTF-8)");
        }
        boolean wide = begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF);
        if (wide && !encoding.name().startsWith("UTF-16") && !encoding.name().startsWith("UTF-32")) {
            return marked(file, "UTF-16", encoding);
        }
        if (begins(bytes, 0xEF, 0xBB, 0xBF) && !encoding.equals(StandardCharsets.UTF_8)) {
            return marked(file, "UTF-8", encoding);
        }
        return null;
    }

    private static InputException marked(String file, String actual, Charset encoding) {
        return new InputException(
                "wrong_encoding",
                file + " line 1: the file begins with the byte order mark of " + actual + ", but is read as "
                        + encoding.name() + "; name its encoding (encoding: " + actual
                        + " in its description, or --encoding " + actual + ")");
    }

    private static boolean begins(ByteBuffer bytes, int... start) {
        if (bytes.remaining() < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes.get(bytes.position() + i) & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
