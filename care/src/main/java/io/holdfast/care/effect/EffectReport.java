package io.holdfast.care.effect;

import io.holdfast.care.inference.SampleRatio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What care brought about, as far as the lot can tell.
 *
 * @param question that it answers
 * @param closedUntil windows of leaving that end later are not looked at; none while nobody has reported who stayed, left or returned
 * @param assigned units measured whose play was carried out, whether their windows are closed or not
 * @param shadow the same, only written down
 * @param countedOut who is not measured, and why
 * @param sampleRatio whether the lot was kept
 * @param estimates the primary effect first; only metrics and windows for which there is something to compare
 * @param explored by the cuts asked for, in the order of their names; about leaving, and a cell of its own about returning of those who were lost
 * @param staying who is still there, by arm; none with too few in an arm, or while nobody has reported who stayed, left or returned
 * @param firstClosing when the first window of anybody measured closes, if reports go on; none without anybody measured
 * @param wrong the usual readings; none before the shortest window of anybody is closed
 */
public record EffectReport(
        EffectQuestion question,
        Optional<Instant> closedUntil,
        int assigned,
        int shadow,
        CountedOut countedOut,
        SampleRatio sampleRatio,
        List<EffectEstimate> estimates,
        List<ExploredCell> explored,
        Optional<StayingCurves> staying,
        Optional<Instant> firstClosing,
        Optional<WrongReadings> wrong) {
    /** Keeps copies. */
    public EffectReport {
        estimates = List.copyOf(estimates);
        explored = List.copyOf(explored);
    }
}
