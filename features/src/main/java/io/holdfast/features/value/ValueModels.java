package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.json.StrictJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value models of several dates, frozen with whatever learned from their columns: what is scored as of one of these dates gets the numbers that
 * were learned from, and a later date gets those of the last.
 *
 * @param formatVersion version of this document
 * @param purchases ascending by the date they were fitted as of
 * @param contracts ascending by the date they were fitted as of
 */
@JsonPropertyOrder({"formatVersion", "purchases", "contracts"})
public record ValueModels(int formatVersion, List<ValueModel> purchases, List<ContractModel> contracts) {
    /** The name of the document in a bundle. */
    public static final String FILE = "value-models.json";

    /** Checks the order of the dates. */
    public ValueModels {
        if (formatVersion != FittedDate.FORMAT_VERSION) {
            throw new IllegalArgumentException("formatVersion: " + formatVersion + " (expected: "
                    + FittedDate.FORMAT_VERSION + ", which this version reads)");
        }
        purchases = List.copyOf(purchases);
        contracts = List.copyOf(contracts);
        requireAscending(purchases.stream().map(ValueModel::fittedAsOf).toList());
        requireAscending(contracts.stream().map(ContractModel::fittedAsOf).toList());
    }

    private static void requireAscending(List<String> dates) {
        for (int i = 1; i < dates.size(); i++) {
            if (dates.get(i).compareTo(dates.get(i - 1)) <= 0) {
                throw new IllegalArgumentException(
                        "fittedAsOf: " + dates.get(i) + " after " + dates.get(i - 1) + " (expected: ascending)");
            }
        }
    }

    /** None yet. */
    public static ValueModels none() {
        return new ValueModels(FittedDate.FORMAT_VERSION, List.of(), List.of());
    }

    /** These and one of a later date. */
    public ValueModels with(ValueModel model) {
        List<ValueModel> more = new ArrayList<>(purchases);
        more.add(model);
        return new ValueModels(formatVersion, more, contracts);
    }

    /** These and one of a later date. */
    public ValueModels with(ContractModel model) {
        List<ContractModel> more = new ArrayList<>(contracts);
        more.add(model);
        return new ValueModels(formatVersion, purchases, more);
    }

    /** The model of purchases that was the last to be fitted by a day; empty where none was. */
    public Optional<ValueModel> purchases(LocalDate asOf) {
        return purchases.stream()
                .filter(model -> !LocalDate.parse(model.fittedAsOf()).isAfter(asOf))
                .reduce((first, second) -> second);
    }

    /** The model of contracts that was the last to be fitted by a day; empty where none was. */
    public Optional<ContractModel> contracts(LocalDate asOf) {
        return contracts.stream()
                .filter(model -> !LocalDate.parse(model.fittedAsOf()).isAfter(asOf))
                .reduce((first, second) -> second);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param source what to call it in a message
     * @throws io.holdfast.scoring.fault.InputException naming the line of what is wrong
     */
    public static ValueModels read(String source, byte[] json) {
        return StrictJson.read(source, json, ValueModels.class);
    }

    /** The document; equal models give equal bytes. */
    public byte[] json() {
        return StrictJson.write(this);
    }
}
