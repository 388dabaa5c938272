package io.holdfast.features.plan;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.history.Measure;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The features that kinds of events suggest. */
final class DefaultFeatures {
    private final HistoryDescription history;
    private final List<Integer> windows;
    private final int longest;
    private final List<Feature> features = new ArrayList<>();

    DefaultFeatures(HistoryDescription history, List<Integer> windows) {
        this.history = history;
        this.windows = windows;
        this.longest = windows.get(windows.size() - 1);
    }

    List<Feature> features() {
        tenure();
        for (EventKind kind : history.kinds().values()) {
            switch (kind.role()) {
                case PURCHASE, USAGE, VISIT -> activity(kind);
                case BILL, PAYMENT -> money(kind);
                case SATISFACTION -> satisfaction(kind);
                case ANSWER, SOLUTION, JOIN, LEAVE, CARE -> {
                    // Seen through complaints and tenure, or never.
                }
                case PRICE_CHANGE, RENEWAL, PLAN_CHANGE -> turn(kind);
                default -> incident(kind);
            }
        }
        shares();
        paidToBilled();
        return features;
    }

    private void tenure() {
        features.add(Feature.age(
                "tenure_days",
                LocalizedText.of("Days since the first event", "首次事件至今天数"),
                "profile",
                KindFeatures.FIRST));
    }

    private void activity(EventKind kind) {
        KindFeatures made = new KindFeatures(kind, takenBackBy(kind));
        windows.forEach(made::count);
        made.since();
        RhythmFeatures rhythm = new RhythmFeatures(made);
        rhythm.gaps();
        PlanSettings.shorter(windows).forEach(rhythm::change);
        rhythm.slope();
        rhythm.yearBefore(windows.get(windows.size() / 2));
        for (Measure measure : history.measures(kind)) {
            windows.forEach(window -> made.measure(measure, window, window == longest));
            made.extremes(measure, longest);
        }
        if (kind.role() == KindRole.PURCHASE) {
            history.categories().forEach(category -> {
                made.distinct(category, longest);
                made.topShare(category, longest);
            });
        }
        if (kind.role() == KindRole.USAGE) {
            history.categories().forEach(category -> made.changed(category, longest));
        }
        paidOfList(kind, made);
        features.addAll(made.features());
    }

    /** Where a measure is the list price of another. */
    private void paidOfList(EventKind kind, KindFeatures made) {
        for (Measure list : history.measures(kind)) {
            list.listOf()
                    .filter(kind.measures()::contains)
                    .map(history.measures()::get)
                    .ifPresent(paid -> made.paidOfList(paid, list, longest));
        }
    }

    private void money(EventKind kind) {
        KindFeatures made = new KindFeatures(kind);
        history.measures(kind).forEach(measure -> {
            made.measure(measure, longest, false);
            made.last(measure);
            made.trend(measure, longest);
        });
        made.since();
        paidOfList(kind, made);
        features.addAll(made.features());
    }

    private void satisfaction(EventKind kind) {
        KindFeatures made = new KindFeatures(kind);
        made.count(longest);
        made.since();
        history.measures(kind).forEach(measure -> {
            made.last(measure);
            made.trend(measure, longest);
        });
        features.addAll(made.features());
    }

    /** A turn of the contract: what matters is when the last one was, and what it set. */
    private void turn(EventKind kind) {
        KindFeatures made = new KindFeatures(kind);
        made.count(longest);
        made.since();
        history.measures(kind).forEach(made::last);
        features.addAll(made.features());
    }

    private void incident(EventKind kind) {
        KindFeatures made = new KindFeatures(kind);
        windows.forEach(made::count);
        made.since();
        history.measures(kind).forEach(measure -> made.measure(measure, longest, true));
        if (kind.role() == KindRole.RETURN || kind.role() == KindRole.CANCELLATION) {
            made.share(longest);
        }
        features.addAll(made.features());
        if (kind.role() == KindRole.COMPLAINT) {
            features.addAll(new CaseFeatures(history).features(kind, longest));
        }
    }

    /** Which of several kinds of one meaning it is that a unit does. Of two, the share of one tells that of the other. */
    private void shares() {
        for (KindRole role : List.of(KindRole.PURCHASE, KindRole.USAGE, KindRole.VISIT, KindRole.CONTACT)) {
            List<EventKind> kinds = history.kinds(List.of(role));
            if (kinds.size() > 1) {
                List<SharePart> parts = kinds.stream()
                        .limit(kinds.size() == 2 ? 1 : kinds.size())
                        .map(kind -> ShareReader.part(kind, Optional.empty()))
                        .toList();
                features.addAll(
                        new Share(role.word(), FeatureText.role(role), kinds, Optional.empty(), parts, Optional.empty())
                                .features(longest));
            }
        }
    }

    /** What was paid of what was billed. */
    private void paidToBilled() {
        List<EventKind> bills = history.kinds(List.of(KindRole.BILL));
        List<EventKind> payments = history.kinds(List.of(KindRole.PAYMENT));
        if (bills.size() != 1 || payments.size() != 1) {
            return;
        }
        for (Measure measure : history.measures(bills.get(0))) {
            if (payments.get(0).measures().contains(measure.name())) {
                Aggregate billed = new KindFeatures(bills.get(0)).sumOf(measure, longest);
                Aggregate paid = new KindFeatures(payments.get(0)).sumOf(measure, longest);
                features.add(Feature.number(
                        "paid_to_billed_" + measure.name() + "_" + longest + "d",
                        LocalizedText.of(
                                "Paid of what was billed in the last " + longest + " days", "近" + longest + "天付款占账单比例"),
                        Unit.none(),
                        KindRole.PAYMENT_FAILED.reason(),
                        KindFeatures.ratio("coalesce(" + paid.ref() + ", 0)", billed.ref()),
                        paid,
                        billed));
            }
        }
    }

    private List<String> takenBackBy(EventKind kind) {
        return history.cleaning().net().entrySet().stream()
                .filter(net -> net.getValue().equals(kind.name()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
