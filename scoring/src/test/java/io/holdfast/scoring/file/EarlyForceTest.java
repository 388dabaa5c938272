package io.holdfast.scoring.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyForceTest {
    private static final int STEP = 1000;

    @TempDir
    Path folder;

    private FileChannel channel;

    @BeforeEach
    void open() throws IOException {
        channel = FileChannel.open(folder.resolve("part"), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    @Test
    void endsWellWhenTheDiskTakesEverything() throws IOException {
        EarlyForce force = new EarlyForce(channel, STEP);
        for (int i = 0; i < 50; i++) {
            channel.write(ByteBuffer.allocate(300));
            force.wrote(300);
        }
        force.end();
        channel.close();

        assertThat(folder.resolve("part")).hasSize(15_000);
    }

    @Test
    void whatTheDiskDidNotTakeIsToldAtTheEnd() throws IOException {
        EarlyForce force = new EarlyForce(channel, STEP);
        channel.close();
        force.wrote(STEP);

        assertThatThrownBy(force::end).isInstanceOf(ClosedChannelException.class);
        // And whoever asks again hears it again.
        assertThatThrownBy(force::end).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aSmallFileIsLeftToTheEnd() throws IOException {
        EarlyForce force = new EarlyForce(channel, STEP);
        channel.close();
        force.wrote(STEP - 1);

        force.end();
    }

    @Test
    void anInterruptionIsPassedOn() throws IOException {
        EarlyForce force = new EarlyForce(channel, STEP);
        force.wrote(STEP);
        Thread.currentThread().interrupt();
        force.end();

        assertThat(Thread.interrupted()).isTrue();
        channel.close();
    }
}
