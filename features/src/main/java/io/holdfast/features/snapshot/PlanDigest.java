package io.holdfast.features.snapshot;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Measure;
import io.holdfast.features.history.Source;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names a plan by what it does: the SQL of its features as of one day, how lines become events, and the parameters of value models. Texts for people, reasons, and the places of files are no
 * part of it; so a company may move its files and reword its reasons, and its feature tables still fit the model.
 */
final class PlanDigest {
    private static final int DIGITS = 32;

    private PlanDigest() {}

    static String of(CustomerHistory history, ValueModels values) {
        HistoryDescription description = history.description();
        List<String> parts = new ArrayList<>();
        parts.add(history.plan().sql(LocalDate.EPOCH));
        String peers = history.plan().withPeers("rows");
        if (!peers.equals("rows")) {
            parts.add(peers);
            // What peers are made of stays in the query where it is left out of the table.
            history.plan().features().forEach(feature -> parts.add(feature.name()));
        }
        parts.add(description.unit());
        parts.add(description.zone().getId());
        parts.add(String.join(",", description.categories()));
        for (Measure measure : new TreeMap<>(description.measures()).values()) {
            parts.add(measure.name() + ":" + measure.scale());
        }
        description.cleaning().net().forEach((kind, taken) -> parts.add(kind + ">" + taken));
        parts.add(description.cleaning().idCase().name());
        parts.add(description.cleaning().withoutCustomer() + ","
                + description.cleaning().exactDuplicates() + ","
                + description.cleaning().future() + "," + description.cleaning().badTime()
                + (description.cleaning().withoutTime() ? ",withoutTime" : ""));
        description.events().forEach(source -> parts.add(reading(Optional.of(source))));
        parts.add(reading(description.attributes()));
        parts.add(reading(description.ids()));
        parts.add(new String(values.json(), StandardCharsets.UTF_8));
        return Sha256.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }

    /** What the columns of a file are taken for; not where it lies, nor how it is written. */
    private static String reading(Optional<Source> source) {
        return source.map(file -> file.kind() + "|" + file.negativeKind() + "|" + file.timeFormats() + "|"
                        + new TreeMap<>(file.columns()))
                .orElse("");
    }
}
