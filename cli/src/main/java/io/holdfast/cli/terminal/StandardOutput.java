package io.holdfast.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output that takes no offence when its reader has seen enough and closes the pipe, as {@code head} does: what follows goes
 * nowhere. Every other failure stays one.
 */
public final class StandardOutput extends FilterOutputStream {
    private boolean readerGone;

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** That of this process. */
    public static OutputStream open() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (readerGone) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (!isClosedPipe(e)) {
                throw e;
            }
            readerGone = true;
        }
    }

    /** Java knows the cause only by the operating system's words, which may be Chinese. */
    private static boolean isClosedPipe(IOException fault) {
        String words = String.valueOf(fault.getMessage());
        return words.contains("pipe") || words.contains("管道");
    }
}
