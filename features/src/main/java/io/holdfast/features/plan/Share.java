package io.holdfast.features.plan;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.Measure;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a whole of events, or of what they amount to, falls on declared kinds or on declared values of a category. Every share is of one exact count or sum
 * by another and lies from 0 to 1: what was taken back is not taken off, and a sum is over values above 0.
 *
 * @param name how the columns begin
 * @param names what people call the whole
 * @param of the kinds that are the whole
 * @param category whose values are the parts; empty where kinds are
 * @param parts in the order of their columns
 * @param measure whose sum is shared; empty for the number of events
 */
record Share(
        String name,
        LocalizedText names,
        List<EventKind> of,
        Optional<String> category,
        List<SharePart> parts,
        Optional<Measure> measure) {
    /** Keeps copies. */
    Share {
        of = List.copyOf(of);
        parts = List.copyOf(parts);
    }

    /** One column for each part. */
    List<Feature> features(int window) {
        Aggregate whole = aggregate("whole_", whole(), window);
        List<Feature> features = new ArrayList<>();
        for (SharePart part : parts) {
            Aggregate share = aggregate("part_", part(part), window);
            features.add(Feature.number(
                    name + "_" + part.column() + "_share_" + window + "d",
                    text(part, window),
                    Unit.none(),
                    part.reason(),
                    KindFeatures.ratio("coalesce(" + share.ref() + ", 0)", whole.ref()),
                    share,
                    whole));
        }
        return features;
    }

    /** Whether an event is of the part. */
    String part(SharePart part) {
        return whole() + " AND " + category.map(Sql::name).orElse("kind") + " = " + Sql.text(part.value());
    }

    private String whole() {
        return Sql.in("kind", of.stream().map(EventKind::name).toList())
                + category.map(column -> " AND " + Sql.name(column) + " IS NOT NULL")
                        .orElse("")
                + measure.map(shared -> " AND " + Sql.name(shared.name()) + " > 0")
                        .orElse("");
    }

    /** Named by what it is of, since a declared share may have the name of one that is made by default. */
    private Aggregate aggregate(String beginning, String condition, int window) {
        String alias = beginning + name(measure.map(Measure::name).orElse("") + " of " + condition) + "_" + window;
        String cut = condition + KindFeatures.within(window);
        return measure.map(shared -> Aggregate.sum(Stage.EVENTS, alias, Sql.name(shared.name()), cut))
                .orElseGet(() -> Aggregate.of(Stage.EVENTS, alias, "count(*)", cut));
    }

    /** Of 64 bits: those of {@code hashCode} are the same for values as alike as AP and B1. */
    private static String name(String what) {
        return Sha256.hex(what.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private LocalizedText text(SharePart part, int window) {
        LocalizedText amount = measure.map(FeatureText::measure).orElse(LocalizedText.none());
        return LocalizedText.of(
                names.in(Language.ENGLISH) + ": share of " + part.names().in(Language.ENGLISH)
                        + (measure.isPresent() ? " in the " + amount.in(Language.ENGLISH) + " of" : " in")
                        + " the last " + window + " days",
                "近" + window + "天" + names.in(Language.CHINESE) + amount.in(Language.CHINESE) + "中"
                        + part.names().in(Language.CHINESE) + "的占比");
    }

    /** What people call several kinds together. */
    static LocalizedText together(List<EventKind> kinds) {
        return LocalizedText.of(
                kinds.stream().map(kind -> kind(kind).in(Language.ENGLISH)).collect(Collectors.joining(", ")),
                kinds.stream().map(kind -> kind(kind).in(Language.CHINESE)).collect(Collectors.joining("、")));
    }

    /** What people call one kind among others, of which several may mean the same. */
    static LocalizedText kind(EventKind kind) {
        return kind.names().isEmpty() ? LocalizedText.same(FeatureText.capital(kind.name())) : kind.names();
    }
}
