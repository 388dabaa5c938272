package io.holdfast.scoring.table;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into characters and refuses the first that are none, where Java's own readers put a replacement character and go on, or
 * refuse without saying where. Knows line and byte because it counts both.
 */
final class StrictDecoder extends Reader {
    private static final int BUFFER = 1 << 16;

    private final String file;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private long taken;
    private long line;
    private boolean begun;
    private boolean marked;
    private boolean ended;
    private boolean finished;
    private boolean afterReturn;
    private @Nullable InputException fault;

    /** @param passed what came before; a beginning is looked for where that is nothing */
    StrictDecoder(String file, InputStream in, Charset encoding, Passed passed) {
        this.file = file;
        this.in = in;
        this.taken = passed.bytes();
        this.line = 1 + passed.lines();
        this.begun = passed.bytes() > 0;
        this.marked = begun;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int from, int length) {
        if (!begun) {
            begun = true;
            fill();
            fault = FileStart.fault(file, bytes, decoder.charset());
        }
        int count = 0;
        while (count == 0 && fault == null && !finished) {
            count = decode(target, from, length);
        }
        if (count > 0) {
            return count;
        }
        if (fault != null) {
            throw fault;
        }
        return -1;
    }

    /** Decodes what is there, up to a fault; the fault is told when the characters before it have been read. */
    private int decode(char[] target, int from, int length) {
        CharBuffer chars = CharBuffer.wrap(target, from, length);
        CoderResult result = decoder.decode(bytes, chars, ended);
        int count = chars.position() - from;
        if (result.isError()) {
            fault = undecodable(result, line + lineBreaks(target, from, count));
        } else if (result.isUnderflow() && ended) {
            finished = decoder.flush(chars).isUnderflow();
            count = chars.position() - from;
        } else if (result.isUnderflow()) {
            fill();
        }
        return accept(target, from, skipMark(target, from, count));
    }

    private void fill() {
        taken += bytes.position();
        bytes.compact();
        try {
            int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = got < 0;
            bytes.position(bytes.position() + Math.max(got, 0)).flip();
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    /** Takes a byte order mark off the front of the file. */
    private int skipMark(char[] target, int from, int count) {
        if (marked || count == 0) {
            return count;
        }
        marked = true;
        if (target[from] != '\uFEFF') {
            return count;
        }
        System.arraycopy(target, from + 1, target, from, count - 1);
        return count - 1;
    }

    /** Counts the lines, and ends the text before a NUL. */
    private int accept(char[] target, int from, int count) {
        boolean after = afterReturn;
        for (int i = from; i < from + count; i++) {
            char c = target[i];
            if (c > '\r') {
                after = false;
            } else {
                if (c == 0) {
                    fault = new InputException(
                            "nul_character",
                            file + " line " + line + ": a NUL character; expected text, is this a CSV file?");
                    return i - from;
                }
                if (c == '\r' || (c == '\n' && !after)) {
                    line++;
                }
                after = c == '\r';
            }
        }
        afterReturn = after;
        return count;
    }

    private long lineBreaks(char[] target, int from, int count) {
        long breaks = 0;
        boolean after = afterReturn;
        for (int i = from; i < from + count; i++) {
            if (target[i] == '\r' || (target[i] == '\n' && !after)) {
                breaks++;
            }
            after = target[i] == '\r';
        }
        return breaks;
    }

    private InputException undecodable(CoderResult result, long atLine) {
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < Math.min(result.length(), bytes.remaining()); i++) {
            wrong.append(String.format(" 0x%02X", bytes.get(bytes.position() + i)));
        }
        return new InputException(
                "wrong_encoding",
                file + " line " + atLine + ": byte" + wrong + " (number " + (taken + bytes.position() + 1)
                        + " of the file) is not " + decoder.charset().name()
                        + "; if the file is written in another encoding, name it (encoding: in its description, or --encoding), e.g. GB18030 or ISO-8859-1");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
