package io.holdfast.scoring.table;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of a gzip file, refused where it is cut off, damaged, or followed by something else. */
final class Unpacked extends FilterInputStream {
    private static final int BUFFER = 1 << 16;

    private final String file;

    private Unpacked(String file, InputStream in) {
        super(in);
        this.file = file;
    }

    /** The stream itself, unless the name ends in {@code .gz}. */
    static InputStream of(String file, InputStream in) {
        if (!TableReader.isCompressed(file)) {
            return in;
        }
        try {
            return new Unpacked(file, new Members(in));
        } catch (IOException e) {
            throw fault(file, e);
        }
    }

    @Override
    public int read(byte[] target, int from, int length) {
        try {
            return super.read(target, from, length);
        } catch (IOException e) {
            throw fault(file, e);
        }
    }

    private static InputException fault(String file, IOException cause) {
        if (cause instanceof EOFException) {
            return new InputException(
                    "truncated_gzip",
                    file + " ends in the middle of its compressed content; is the copy complete?",
                    cause);
        }
        if (cause instanceof ZipException) {
            return new InputException("corrupt_gzip", file + " is not a sound gzip file: " + cause.getMessage(), cause);
        }
        return InputFile.unreadable(file, cause);
    }

    /** Java passes over whatever follows the last sound member, a damaged further member with all its rows included. */
    private static final class Members extends GZIPInputStream {
        private static final int TRAILER = 8;

        Members(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            if (count < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
                throw new ZipException("something else follows the compressed content");
            }
            return count;
        }
    }
}
