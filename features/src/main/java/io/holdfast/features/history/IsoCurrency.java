package io.holdfast.features.history;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes of currencies by ISO 4217. */
public final class IsoCurrency {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    /** What people write instead. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "RMB", "CNY", "CNH", "CNY", "YUAN", "CNY", "人民币", "CNY", "元", "CNY", "NTD", "TWD", "UKP", "GBP", "EURO",
            "EUR");

    private IsoCurrency() {}

    /** Whether a text is such a code, in capital letters. */
    public static boolean is(String text) {
        return CODES.contains(text);
    }

    /**
     * Reads a code.
     *
     * @return the code; empty where there is none
     * @throws io.holdfast.scoring.fault.InputException for anything else
     */
    static String read(YamlFields fields) {
        String text = fields.text("currency", "");
        if (text.isEmpty() || is(text)) {
            return text;
        }
        String meant = text.toUpperCase(Locale.ROOT);
        meant = OTHER_NAMES.getOrDefault(meant, meant);
        throw fields.fault(
                "currency",
                "wrong_value",
                "'currency' is " + Excerpt.of(text) + "; expected a code of ISO 4217 such as CNY or EUR"
                        + (is(meant) ? "; did you mean " + meant + "?" : ""));
    }

    /**
     * Checks that a history's amounts are of one currency, as far as its description says.
     *
     * @param fields of a whole description
     * @param history what it says
     * @throws io.holdfast.scoring.fault.InputException if its {@code currency} is no code, or a measure is in another one
     */
    public static void require(YamlFields fields, HistoryDescription history) {
        String currency = read(fields);
        for (Measure measure : history.measures().values()) {
            Optional<String> own = of(measure);
            if (own.isPresent() && !currency.isEmpty() && !own.get().equals(currency)) {
                throw fields.fault(
                        "measures",
                        "mixed_currencies",
                        "measure " + Excerpt.of(measure.name()) + " is in " + own.get() + ", but 'currency' is "
                                + currency + "; expected amounts of one currency");
            }
            Optional<Measure> paid = measure.listOf().map(history.measures()::get);
            Optional<String> ofPaid = paid.flatMap(IsoCurrency::of);
            if (own.isPresent() && ofPaid.isPresent() && !own.equals(ofPaid)) {
                throw fields.fault(
                        "measures",
                        "mixed_currencies",
                        "measure " + Excerpt.of(measure.name()) + " is in " + own.get() + ", and the list price of "
                                + Excerpt.of(paid.get().name()) + ", which is in " + ofPaid.get()
                                + "; expected amounts of one currency");
            }
        }
    }

    private static Optional<String> of(Measure measure) {
        String unit = measure.unit().in(Language.ENGLISH);
        return is(unit) ? Optional.of(unit) : Optional.empty();
    }
}
