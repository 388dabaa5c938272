package io.holdfast.serving.batch;

import io.holdfast.scoring.table.CsvRowBuffer;
import io.holdfast.scoring.table.CsvStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that all do the same: take a chunk of rows, judge and render it, and write it when its turn has come. Reading and writing
 * are done by one at a time; so one thread is enough, and n threads never use more than n processors.
 */
final class Workers {
    private final RowSource source;
    private final RowSink sink;
    private final Supplier<RowJudge> judges;
    private final Function<CsvRowBuffer, RowRenderer> renderers;
    private final CsvStyle style;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Workers(
            RowSource source,
            RowSink sink,
            Supplier<RowJudge> judges,
            Function<CsvRowBuffer, RowRenderer> renderers,
            CsvStyle style) {
        this.source = source;
        this.sink = sink;
        this.judges = judges;
        this.renderers = renderers;
        this.style = style;
    }

    /**
     * Works until the source has no more rows; the calling thread is one of the workers.
     *
     * @throws CancellationException when the calling thread is interrupted
     */
    void run(int count) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            Thread thread = new Thread(this::work, "scoring-" + i);
            thread.setDaemon(true);
            others.add(thread);
            thread.start();
        }
        work();
        for (Thread thread : others) {
            await(thread);
        }
        rethrow();
    }

    private void await(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                fail(e);
            }
        }
    }

    private void work() {
        try {
            CsvRowBuffer rendered = new CsvRowBuffer(style);
            RowJudge judge = judges.get();
            RowRenderer renderer = renderers.apply(rendered);
            RowChunk chunk = new RowChunk();
            List<Verdict> verdicts = new ArrayList<>(RowChunk.ROOM);
            Tally tally = new Tally();
            boolean on = true;
            while (on && source.fill(chunk)) {
                // One kind of work for all rows, then the next: the processor has each one's instructions and habits at
                // hand.
                for (int i = 0; i < chunk.size(); i++) {
                    verdicts.add(judge.judge(chunk.row(i)));
                }
                tally.clear();
                for (int i = 0; i < chunk.size(); i++) {
                    renderer.render(chunk.row(i), verdicts.get(i), tally);
                }
                verdicts.clear();
                on = sink.write(chunk, rendered, tally);
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            fail(e);
        }
    }

    /** The first failure is the one that is told; the others stop where they are. */
    private void fail(Throwable thrown) {
        failure.compareAndSet(null, thrown);
        source.end();
        sink.end();
    }

    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown == null) {
            return;
        }
        // An interruption also closes the file that is being written, which then fails.
        if (thrown instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
            Thread.currentThread().interrupt();
            throw new CancellationException("scoring was interrupted");
        }
        if (thrown instanceof RuntimeException fault) {
            throw fault;
        }
        if (thrown instanceof Error fault) {
            throw fault;
        }
        throw new IllegalStateException("workers throw nothing else", thrown);
    }
}
