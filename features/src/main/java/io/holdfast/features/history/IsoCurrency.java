package io.holdfast.features.history;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import java.text.Normalizer;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
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
    /** Code -> what people write instead, in capital letters. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.ofEntries(
            Map.entry("CNY", List.of("RMB", "CNH", "YUAN", "RENMINBI", "CN¥", "RMB¥", "元", "人民币", "人民币元")),
            Map.entry("EUR", List.of("€", "EURO", "EUROS", "欧元")),
            Map.entry("USD", List.of("US$", "US DOLLAR", "US DOLLARS", "美元", "美金")),
            Map.entry("GBP", List.of("£", "UKP", "STG", "英镑")),
            Map.entry("JPY", List.of("JP¥", "YEN", "円", "日元", "日圆")),
            Map.entry("HKD", List.of("HK$", "港币", "港元", "港幣")),
            Map.entry("TWD", List.of("NT$", "NTD", "台币", "新台币", "新台幣")),
            Map.entry("KRW", List.of("₩", "WON", "韩元")),
            Map.entry("INR", List.of("₹")),
            Map.entry("RUB", List.of("₽", "卢布")),
            Map.entry("THB", List.of("฿", "泰铢")),
            Map.entry("VND", List.of("₫", "越南盾")),
            Map.entry("TRY", List.of("₺")),
            Map.entry("ILS", List.of("₪")),
            Map.entry("UAH", List.of("₴")),
            Map.entry("BRL", List.of("R$")),
            Map.entry("PLN", List.of("ZŁ")),
            Map.entry("AUD", List.of("A$", "AU$", "澳元")),
            Map.entry("CAD", List.of("C$", "CA$", "加元")),
            Map.entry("SGD", List.of("S$", "新加坡元")));

    private static final List<String> DOLLARS = List.of(
            "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "BSD", "BBD", "BZD", "BMD",
            "FJD", "GYD", "JMD", "LRD", "NAD", "TTD", "XCD");
    /** What may mean several, the commonest first. */
    private static final Map<String, List<String>> SIGNS =
            Map.of("$", DOLLARS, "DOLLAR", DOLLARS, "DOLLARS", DOLLARS, "¥", List.of("CNY", "JPY"));

    private static final Map<String, List<String>> MEANINGS = meanings();

    private IsoCurrency() {}

    private static Map<String, List<String>> meanings() {
        Map<String, List<String>> meanings = new HashMap<>(SIGNS);
        OTHER_NAMES.forEach((code, names) -> names.forEach(name -> meanings.put(name, List.of(code))));
        return Map.copyOf(meanings);
    }

    /**
     * The codes that a text may mean: itself or what its name is, as people write it; several for a sign that several share, the commonest first; the text in
     * capital letters where it is no currency that is known.
     */
    public static List<String> meanings(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return MEANINGS.getOrDefault(name, List.of(name));
    }

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
        return read(fields, "'currency'");
    }

    private static String read(YamlFields fields, String what) {
        String text = fields.text("currency", "");
        if (text.isEmpty() || is(text)) {
            return text;
        }
        String meant = meanings(text).get(0);
        throw fields.fault(
                "currency",
                "wrong_value",
                what + " is " + Excerpt.of(text) + "; expected a code of ISO 4217 such as CNY or EUR"
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

    /**
     * Checks that costs are in the currency of a history's amounts, which they are weighed with.
     *
     * @param costs the fields of its {@code costs}
     * @param currency of the history; empty where it does not say
     * @throws io.holdfast.scoring.fault.InputException if theirs is no code, or another
     */
    public static void requireCosts(YamlFields costs, String currency) {
        String own = read(costs, "'currency' of 'costs'");
        if (!own.isEmpty() && !currency.isEmpty() && !own.equals(currency)) {
            throw costs.fault(
                    "currency",
                    "mixed_currencies",
                    "'currency' of 'costs' is " + own + ", but 'currency' of the history is " + currency
                            + "; expected costs in the currency of the amounts, or none named");
        }
    }

    private static Optional<String> of(Measure measure) {
        String unit = measure.unit().in(Language.ENGLISH);
        return is(unit) ? Optional.of(unit) : Optional.empty();
    }
}
