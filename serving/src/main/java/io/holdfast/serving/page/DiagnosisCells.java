package io.holdfast.serving.page;

import io.holdfast.care.diagnosis.Change;
import io.holdfast.care.diagnosis.Count;
import io.holdfast.care.diagnosis.DiagnosisWords;
import io.holdfast.care.inference.Estimate;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;

/** Counts and changes, none of them of so few customers that it tells of single ones. */
final class DiagnosisCells {
    private static final Both NOTHING = Both.same("–");

    private DiagnosisCells() {}

    static Both count(Count count) {
        return count.shown().isPresent()
                ? Both.same(Digits.count(count.shown().getAsInt()))
                : Both.of(DiagnosisWords.notShown());
    }

    static Both share(Change change) {
        if (change.of().isNobody()) {
            return NOTHING;
        }
        return change.share()
                .map(share -> Both.same(Digits.percent(share) + " / ").and(count(change.customers())))
                .orElse(Both.of(DiagnosisWords.notShown()));
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
