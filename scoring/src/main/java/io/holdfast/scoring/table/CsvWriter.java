package io.holdfast.scoring.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes CSV (RFC 4180; UTF-8, comma, LF) to a stream, cell by cell. A stream that fails makes an {@link UncheckedIOException}, unless it throws
 * something of its own. For one thread.
 */
public final class CsvWriter implements Closeable {
    private static final int FULL = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final OutputStream out;
    private final CsvRowBuffer buffer;

    private CsvWriter(OutputStream out, CsvStyle style) {
        this.out = out;
        this.buffer = new CsvRowBuffer(style);
    }

    /** A writer to a stream, which is closed with it. */
    public static CsvWriter to(OutputStream out, CsvStyle style) {
        CsvWriter writer = new CsvWriter(out, style);
        if (style.byteOrderMark()) {
            writer.attempt(() -> out.write(BYTE_ORDER_MARK));
        }
        return writer;
    }

    /** A cell of text; neutralised if the style says so. */
    public void cell(String text) {
        buffer.cell(text);
    }

    /** A cell that stays exactly what it is, whatever a spreadsheet makes of it: a customer id. */
    public void exact(String text) {
        buffer.exact(text);
    }

    /**
     * A number, as {@link NumberText#write} writes it.
     *
     * @param value finite
     */
    public void number(double value) {
        buffer.number(value);
    }

    /** A whole number. */
    public void whole(long value) {
        buffer.whole(value);
    }

    /** A cell with nothing in it. */
    public void empty() {
        buffer.empty();
    }

    /** Ends the row. */
    public void endRow() {
        buffer.endRow();
        if (buffer.size() >= FULL) {
            attempt(() -> buffer.drainTo(out));
        }
    }

    /** Whole rows rendered elsewhere; the buffer is empty afterwards. */
    public void rows(CsvRowBuffer rendered) {
        attempt(() -> {
            buffer.drainTo(out);
            rendered.drainTo(out);
        });
    }

    @Override
    public void close() {
        attempt(() -> {
            try (out) {
                buffer.drainTo(out);
            }
        });
    }

    private void attempt(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}
