package io.holdfast.serving.page;

import io.holdfast.care.diagnosis.Change;
import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.care.inference.Estimate;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import java.util.OptionalInt;

/** Counts and changes, none of them of so few customers that it tells of single ones. */
final class DiagnosisCells {
    private static final Both NOTHING = Both.same("–");

    private DiagnosisCells() {}

    static Both count(int count) {
        return Both.same(Diagnosis.isSmall(count) ? "< " + Diagnosis.FEWEST : Digits.count(count));
    }

    /**
     * A part of a sum.
     *
     * @param shown empty where it must not be shown, be it small or what a small one could be made up of
     */
    static Both count(OptionalInt shown, int count) {
        return shown.isPresent() || Diagnosis.isSmall(count) ? count(count) : Both.same("≥ " + Diagnosis.FEWEST);
    }

    static Both share(Change change) {
        if (change.now().all() == 0) {
            return NOTHING;
        }
        return change.customers().isEmpty()
                ? count(change.customers(), change.now().did())
                : Both.same(Digits.percent(change.share()) + " / "
                        + Digits.count(change.now().did()));
    }

    static Both change(Change change) {
        if (change.difference().isEmpty() || !change.isShown()) {
            return NOTHING;
        }
        Estimate found = change.difference().get();
        String mark = change.finding() ? (found.point() > 0 ? " ▲" : " ▼") : "";
        return between(points(found.point()), points(found.low()), points(found.high()))
                .and(Both.same(mark));
    }

    /** A figure and its interval; a dash between two signed ends would read as a third sign. */
    static Both between(String point, String low, String high) {
        return new Both(point + " (" + low + " to " + high + ")", point + "（" + low + " 至 " + high + "）");
    }

    private static String points(double share) {
        return Digits.signed(100 * share, 1);
    }
}
