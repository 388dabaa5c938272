package io.holdfast.features.history;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.yaml.YamlFields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a history holds: the part of {@code history.yaml} about its files.
 *
 * @param name stable and fit for files: lower-case letters, digits, points, hyphens and underscores
 * @param title what people call it
 * @param language of texts unless somebody asks for another
 * @param unit what can leave: {@code customer}, or a part of one such as a line or a policy
 * @param currency of amounts; empty where it does not say
 * @param zone in which days begin
 * @param until the first day of which the history does not hold everything; empty for the day after the last event
 * @param events at least one source of events
 * @param attributes the source of attributes that change
 * @param ids the source of which id belongs to whom
 * @param careLog the source of who was assigned care and who was held out instead
 * @param measures by name
 * @param categories text columns of events
 * @param kinds by name
 * @param attributeKinds attributes by name
 * @param cleaning what is done with lines that cannot be right
 */
public record HistoryDescription(
        String name,
        LocalizedText title,
        Language language,
        String unit,
        String currency,
        ZoneId zone,
        Optional<LocalDate> until,
        List<Source> events,
        Optional<Source> attributes,
        Optional<Source> ids,
        Optional<Source> careLog,
        Map<String, Measure> measures,
        Set<String> categories,
        Map<String, EventKind> kinds,
        Map<String, Attribute> attributeKinds,
        Cleaning cleaning) {
    /** The unit where customers are not told apart from what they have. */
    public static final String CUSTOMER = Source.CUSTOMER;

    /** Keeps copies. */
    public HistoryDescription {
        events = List.copyOf(events);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        attributeKinds = Collections.unmodifiableMap(new LinkedHashMap<>(attributeKinds));
    }

    /**
     * Reads its keys of {@code history.yaml}; the other keys are left to whoever they are for.
     *
     * @throws InputException if they do not describe a history; the message names the line
     */
    public static HistoryDescription read(YamlFields fields) {
        return new HistoryReader(fields).read();
    }

    /** Whether the unit is the customer. */
    public boolean unitIsCustomer() {
        return unit.equals(CUSTOMER);
    }

    /** The measures of a kind, in its order. */
    public List<Measure> measures(EventKind kind) {
        return kind.measures().stream()
                .map(measure -> Objects.requireNonNull(measures.get(measure), measure))
                .toList();
    }

    /** The kinds of some roles, in the order of the file. */
    public List<EventKind> kinds(Collection<KindRole> roles) {
        return kinds.values().stream()
                .filter(kind -> roles.contains(kind.role()))
                .toList();
    }

    /** The same without the log of care, which only tables to learn from need. */
    public HistoryDescription withoutCareLog() {
        return withCareLog(Optional.empty());
    }

    /** The same with this log of care. */
    public HistoryDescription withCareLog(Optional<Source> log) {
        return new HistoryDescription(
                name,
                title,
                language,
                unit,
                currency,
                zone,
                until,
                events,
                attributes,
                ids,
                log,
                measures,
                categories,
                kinds,
                attributeKinds,
                cleaning);
    }

    /**
     * The same with its files in other places, to score: without the log of care.
     *
     * @throws InputException if those are other sources
     */
    public HistoryDescription at(HistoryDescription places) {
        requireAlike("attributes", attributes.isPresent(), places.attributes.isPresent());
        requireAlike("ids", ids.isPresent(), places.ids.isPresent());
        return new HistoryDescription(
                name,
                title,
                language,
                unit,
                currency,
                zone,
                places.until,
                moved(events, places.events),
                attributes.flatMap(own -> places.attributes.map(place -> own.at(place))),
                ids.flatMap(own -> places.ids.map(place -> own.at(place))),
                Optional.empty(),
                measures,
                categories,
                kinds,
                attributeKinds,
                cleaning);
    }

    /** A source that is left out would leave all its features empty without a word. */
    private static void requireAlike(String source, boolean own, boolean place) {
        if (own != place) {
            throw new InputException(
                    "other_sources",
                    "the history has " + (place ? "a" : "no") + " source of " + source
                            + ", the one the model learned from had " + (own ? "one" : "none")
                            + "; expected the same sources, perhaps in other places");
        }
    }

    private static List<Source> moved(List<Source> own, List<Source> places) {
        if (own.size() != places.size()) {
            throw new InputException(
                    "other_sources",
                    "the history has " + places.size() + " sources of events, the one the model learned from had "
                            + own.size() + "; expected the same sources, perhaps in other places");
        }
        return IntStream.range(0, own.size())
                .mapToObj(i -> own.get(i).at(places.get(i)))
                .toList();
    }
}
