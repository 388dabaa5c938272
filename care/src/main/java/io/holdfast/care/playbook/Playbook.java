package io.holdfast.care.playbook;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import io.holdfast.scoring.score.CustomerRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which care a company gives to whom, as its {@code playbook.yaml} says. Immutable and thread-safe. */
public final class Playbook {
    private static final int LARGEST_FILE = 4 << 20;

    private final String name;
    private final String jurisdiction;
    private final double contactThreshold;
    private final HoldOutSettings holdOut;
    private final ValueTierRules tiers;
    private final List<CareAction> actions;
    private final List<ReasonMention> mentions;
    private final List<String> warnings;
    private final Optional<Planning> planning;
    private final String source;
    private final String digest;

    Playbook(
            String name,
            String jurisdiction,
            double contactThreshold,
            HoldOutSettings holdOut,
            ValueTierRules tiers,
            List<CareAction> actions,
            List<ReasonMention> mentions,
            List<String> warnings,
            Optional<Planning> planning,
            String source,
            String digest) {
        this.name = name;
        this.jurisdiction = jurisdiction;
        this.contactThreshold = contactThreshold;
        this.holdOut = holdOut;
        this.tiers = tiers;
        this.actions = List.copyOf(actions);
        this.mentions = List.copyOf(mentions);
        this.warnings = List.copyOf(warnings);
        this.planning = planning;
        this.source = source;
        this.digest = digest;
    }

    /**
     * Reads a playbook; messages name the file as the path is written.
     *
     * @throws InputException if it cannot be read or something in it is wrong; the message names the line
     */
    public static Playbook read(Path file) {
        return read(file.toString(), InputFile.bytes(file, LARGEST_FILE));
    }

    /**
     * Reads the bytes of a playbook.
     *
     * @param source how messages name it
     * @throws InputException if something in it is wrong; the message names the line
     */
    public static Playbook read(String source, byte[] yaml) {
        return PlaybookReader.read(source, yaml);
    }

    /** Its name: lower-case letters, digits, points, hyphens, underscores. */
    public String name() {
        return name;
    }

    /** The law it was checked against, in its author's words; empty if nobody said. */
    public String jurisdiction() {
        return jurisdiction;
    }

    /** The least probability of leaving that is worth a contact, 0 to 1. */
    public double contactThreshold() {
        return contactThreshold;
    }

    /** How many customers get no care. */
    public HoldOutSettings holdOut() {
        return holdOut;
    }

    /** How customers are cut into tiers; without rules, every tier is unknown. */
    public ValueTierRules tiers() {
        return tiers;
    }

    /** What the look-up for a single customer can use, in the order of the file: the first action that matches is chosen. */
    public List<CareAction> actions() {
        return actions;
    }

    /** Codes of all that somebody may do by this playbook, looked up or planned. */
    public Set<String> codes() {
        return Stream.concat(
                        actions.stream().map(CareAction::code),
                        planning.stream().flatMap(each -> each.plays().stream()).map(Play::code))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is odd in it though it can be used, in the order of the file: each a sentence that names file and line. */
    public List<String> warnings() {
        return warnings;
    }

    /** What plans are made by; empty for a playbook of format 1, which has neither effects nor costs. */
    public Optional<Planning> planning() {
        return planning;
    }

    /** SHA-256 of the file, 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** The customer's tier by their value; unknown without a value or without rules. */
    public Optional<ValueTier> tier(CustomerRecord customer) {
        OptionalDouble value = customer.value();
        return value.isPresent() ? tiers.tier(value.getAsDouble()) : Optional.empty();
    }

    /**
     * Checks that every reason the actions answer exists and can be answered.
     *
     * @throws InputException naming the line of one that does not, or cannot
     */
    public void requireReasons(ReasonCatalogue catalogue) {
        mentions.forEach(mention -> mention.require(catalogue));
    }

    /**
     * Checks that this playbook can be used on a table: its reasons by {@link #requireReasons}, tiers only where a column tells the
     * customer's value, and the columns it reads.
     *
     * @throws InputException if not
     */
    public void requireFits(DatasetDescription description) {
        requireReasons(description.reasons());
        if (!tiers.isEmpty() && description.columns().stream().noneMatch(Column::value)) {
            throw new InputException(
                    "no_value_column",
                    source + " cuts tiers by value, but no column of " + description.name()
                            + " is the customer's value; give one 'value: true' or leave 'tiers' out");
        }
        planning.ifPresent(plans -> new PlanningFit(source, plans).require(description));
    }
}
