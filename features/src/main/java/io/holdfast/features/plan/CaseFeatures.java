package io.holdfast.features.plan;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** What became of complaints: a complaint is settled by the unit's next event that settles one. */
final class CaseFeatures {
    private final HistoryDescription history;

    CaseFeatures(HistoryDescription history) {
        this.history = history;
    }

    List<Feature> features(EventKind complaint, int window) {
        KindFeatures made = new KindFeatures(complaint);
        String is = "kind = " + Sql.text(complaint.name()) + " AND age <= " + window;
        if (has(KindRole.ANSWER)) {
            days(complaint, made, is, "answered", window, "%s: days to the first answer", "%s首次答复天数");
        }
        if (has(KindRole.SOLUTION)) {
            days(complaint, made, is, "settled", window, "%s: days to the solution", "%s解决天数");
            Aggregate open = Aggregate.of(
                    Stage.CASES, made.prefix() + "_open_" + window, "count(*)", is + " AND settled IS NULL");
            made.add(
                    "open",
                    FeatureText.of(complaint, "%s not settled yet", "未解决的%s"),
                    FeatureText.TIMES,
                    "coalesce(" + open.ref() + ", 0)",
                    open);
            complaint.promisedDays().ifPresent(promise -> {
                Aggregate late = Aggregate.of(
                        Stage.CASES,
                        made.prefix() + "_late_" + window,
                        "count(*)",
                        is + " AND coalesce(settled, age) > " + promise);
                made.add(
                        "late_" + window + "d",
                        FeatureText.of(complaint, "%s not settled as promised", "未按承诺解决的%s"),
                        FeatureText.TIMES,
                        "coalesce(" + late.ref() + ", 0)",
                        late);
            });
        }
        return new ArrayList<>(made.features());
    }

    private static void days(
            EventKind complaint,
            KindFeatures made,
            String is,
            String what,
            int window,
            String english,
            String chinese) {
        Aggregate sum = Aggregate.sum(Stage.CASES, made.prefix() + "_" + what + "_days_" + window, what, is);
        Aggregate count =
                Aggregate.of(Stage.CASES, made.prefix() + "_" + what + "_n_" + window, "count(" + what + ")", is);
        made.add(
                what + "_days_" + window + "d",
                FeatureText.of(complaint, english, chinese),
                FeatureText.DAYS,
                KindFeatures.ratio(sum.ref(), count.ref()),
                sum,
                count);
    }

    private boolean has(KindRole role) {
        return !history.kinds(List.of(role)).isEmpty();
    }

    /** Complaints, each with the days until its answer and its solution, none where there was none yet. */
    String rows() {
        return Stage.CASES.rows() + " AS (\n  SELECT unit, kind, age,\n    age - " + next(KindRole.ANSWER)
                + " AS answered,\n    age - " + next(KindRole.SOLUTION) + " AS settled\n  FROM "
                + Stage.EVENTS.rows() + "\n  WHERE "
                + Sql.in("kind", names(List.of(KindRole.COMPLAINT, KindRole.ANSWER, KindRole.SOLUTION))) + "\n)";
    }

    /** The greatest age among later events is that of the nearest. */
    private String next(KindRole role) {
        return "max(CASE WHEN " + Sql.in("kind", names(List.of(role)))
                + " THEN age END) OVER (PARTITION BY unit ORDER BY occurred, known, kind ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)";
    }

    private List<String> names(List<KindRole> roles) {
        return history.kinds(roles).stream().map(EventKind::name).toList();
    }
}
