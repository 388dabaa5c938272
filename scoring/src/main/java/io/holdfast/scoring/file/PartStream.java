package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * Writes the part file. After one failed write the content has a hole nobody can find, so every later call fails as well, the last flush
 * included.
 */
final class PartStream extends OutputStream {
    /** Also the most that is handed over at once: it is copied on the way, and stays in the processor's nearest memory. */
    private static final int BUFFER = 1 << 15;

    private final Target target;
    private final OutputStream out;
    private final EarlyForce force;
    private boolean broken;
    private boolean closed;

    PartStream(Target target, FileChannel channel, EarlyForce force) {
        this.target = target;
        this.force = force;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    @Override
    public void write(int b) {
        attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        attempt(() -> {
            for (int done = 0; done < length; done += BUFFER) {
                out.write(bytes, from + done, Math.min(BUFFER, length - done));
            }
        });
        force.wrote(length);
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    /** Flushes; the channel stays open, since whoever owns it has yet to force the content to the disk. */
    @Override
    public void close() {
        if (!closed) {
            flush();
            closed = true;
        }
    }

    private void attempt(Write write) {
        if (broken) {
            throw new InputException("write_failed", "cannot write " + target.given() + ": an earlier write failed");
        }
        if (closed) {
            throw new IllegalStateException("closed: " + target.given());
        }
        try {
            write.run();
        } catch (IOException e) {
            broken = true;
            throw target.failure(e);
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}
