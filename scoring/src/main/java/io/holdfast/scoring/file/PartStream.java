package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Writes the part file. After one failed write the content has a hole nobody can find, so every later call fails as well, the last flush
 * included.
 */
final class PartStream extends OutputStream {
    /** Enough for most files. */
    private static final int SMALL = 1 << 13;

    /** The system takes a large file in some three fifths of the time where it gets much of it at once, from memory that it need not have copied first. */
    private static final int LARGE = 1 << 18;

    private final Target target;
    private final FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(SMALL);
    private final EarlyForce force;
    private boolean remainsSmall;
    private boolean broken;
    private boolean closed;

    PartStream(Target target, FileChannel channel, EarlyForce force) {
        this.target = target;
        this.channel = channel;
        this.force = force;
    }

    @Override
    public void write(int b) {
        attempt(() -> {
            makeRoom();
            buffer.put((byte) b);
        });
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        attempt(() -> {
            int done = 0;
            while (done < length) {
                makeRoom();
                int part = Math.min(buffer.remaining(), length - done);
                buffer.put(bytes, from + done, part);
                done += part;
            }
        });
        force.wrote(length);
    }

    private void makeRoom() throws IOException {
        if (buffer.hasRemaining()) {
            return;
        }
        if (buffer.isDirect() || remainsSmall) {
            handOver();
        } else {
            grow();
        }
    }

    /** Memory outside the heap has a bound of its own; where it is used up, the file is written all the same, only slower. */
    private void grow() throws IOException {
        try {
            buffer = ByteBuffer.allocateDirect(LARGE).put(buffer.flip());
        } catch (OutOfMemoryError e) {
            remainsSmall = true;
            handOver();
        }
    }

    private void handOver() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void flush() {
        attempt(this::handOver);
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
