package io.holdfast.care.effect;

import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.FollowUp;
import io.holdfast.care.inference.KaplanMeier;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The share of those measured who are still there, day by day from the decision on; every end counts, whoever wanted it. Who was decided lately is watched for a
 * shorter time.
 *
 * @param assigned carried out
 * @param shadow only written down
 */
public record StayingCurves(KaplanMeier assigned, KaplanMeier shadow) {
    /** The last day that is looked at. */
    public static final int LAST_DAY = EffectStudy.WINDOWS.get(EffectStudy.WINDOWS.size() - 1);

    private static final long MINUTES = Duration.ofDays(1).toMinutes();

    /** The curves of who was to be kept, as known up to an instant; none with too few clusters in an arm. */
    static Optional<StayingCurves> of(List<DecidedUnit> measured, Instant until) {
        List<FollowUp> assigned = new ArrayList<>();
        List<FollowUp> shadow = new ArrayList<>();
        for (DecidedUnit unit : measured) {
            if (!unit.lost() && !unit.decidedAt().isAfter(until)) {
                (unit.side() == Side.ASSIGNED ? assigned : shadow).add(followUp(unit, until));
            }
        }
        return areTooFew(assigned) || areTooFew(shadow)
                ? Optional.empty()
                : Optional.of(new StayingCurves(KaplanMeier.of(assigned), KaplanMeier.of(shadow)));
    }

    private static boolean areTooFew(List<FollowUp> side) {
        return side.stream()
                        .map(FollowUp::cluster)
                        .distinct()
                        .limit(Comparison.FEWEST)
                        .count()
                < Comparison.FEWEST;
    }

    /**
     * Whole days, so that nobody is at risk on a part of a day that others were not watched on. An end on the day of the decision, UTC, counts as the first day's, since
     * much is dated by the day alone.
     */
    private static FollowUp followUp(DecidedUnit unit, Instant until) {
        int watched = (int)
                Math.min(LAST_DAY, Duration.between(unit.decidedAt(), until).toDays());
        Instant end = unit.decidedAt().plus(Duration.ofDays(watched));
        Optional<Instant> left = unit.outcomes().stream()
                .filter(DatedOutcome::isEnd)
                .map(DatedOutcome::at)
                .filter(at ->
                        watched > 0 && !at.isBefore(unit.decidedAt().truncatedTo(ChronoUnit.DAYS)) && !at.isAfter(end))
                .min(Comparator.naturalOrder());
        int days = left.map(at -> (int) ((minutes(unit, at) + MINUTES - 1) / MINUTES))
                .orElse(watched);
        return new FollowUp(
                unit.cluster(), unit.probabilityOfSide(), Math.max(days, left.isPresent() ? 1 : 0), left.isPresent());
    }

    private static long minutes(DecidedUnit unit, Instant at) {
        return Duration.between(unit.decidedAt(), at).toMinutes();
    }
}
