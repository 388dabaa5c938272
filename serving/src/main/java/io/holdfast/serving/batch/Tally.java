package io.holdfast.serving.batch;

import io.holdfast.scoring.score.AlreadyLeft;
import io.holdfast.scoring.score.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of rows. Not thread-safe. */
final class Tally {
    private long ok;
    private long warned;
    private long refused;
    private long objecting;
    private long left;
    private final List<RejectedRow> firstRefused = new ArrayList<>();

    void scored(boolean withWarnings) {
        if (withWarnings) {
            warned++;
        } else {
            ok++;
        }
    }

    void refused(long line, Refusal refusal) {
        refused++;
        if (firstRefused.size() < BatchSummary.MOST_SHOWN) {
            firstRefused.add(new RejectedRow(line, refusal));
        }
    }

    void excluded(Refusal bar) {
        if (bar.equals(AlreadyLeft.REFUSAL)) {
            left++;
        } else {
            objecting++;
        }
    }

    /** Adds what became of later rows. */
    void add(Tally later) {
        ok += later.ok;
        warned += later.warned;
        refused += later.refused;
        objecting += later.objecting;
        left += later.left;
        int room = BatchSummary.MOST_SHOWN - firstRefused.size();
        firstRefused.addAll(later.firstRefused.subList(0, Math.min(room, later.firstRefused.size())));
    }

    void clear() {
        ok = 0;
        warned = 0;
        refused = 0;
        objecting = 0;
        left = 0;
        firstRefused.clear();
    }

    BatchSummary summary() {
        return new BatchSummary(ok, warned, refused, objecting, left, firstRefused);
    }
}
