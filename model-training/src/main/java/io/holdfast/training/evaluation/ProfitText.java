package io.holdfast.training.evaluation;

import io.holdfast.scoring.table.NumberText;
import io.holdfast.training.layout.TextTable;
import io.holdfast.training.profit.CostBasis;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What contacting the highest scores finds and brings, as plain text for a terminal. */
final class ProfitText {
    /** Smaller sums are shown with their hundredths. */
    private static final int WHOLE_FROM = 1000;

    private static final String SHARE = "%.1f %%";

    private final ChurnEvaluation evaluation;
    private final ProfitEvaluation profit;
    private final String money;

    private ProfitText(ChurnEvaluation evaluation) {
        this.evaluation = evaluation;
        profit = evaluation.profit();
        double most = Math.max(
                Math.abs(profit.costOf().nobody()), Math.abs(profit.costOf().everybody()));
        money = most < WHOLE_FROM ? "%,.2f" : "%,.0f";
    }

    /** The threshold table, the best cut, and the amounts counted with. */
    static String of(ChurnEvaluation evaluation) {
        ProfitText text = new ProfitText(evaluation);
        return text.title() + text.table().text() + text.best() + text.amounts() + text.empc();
    }

    private String title() {
        String currency = profit.costs().currency();
        return "Contacting the highest scores first; profit" + (currency.isEmpty() ? "" : " in " + currency)
                + " over contacting nobody" + (profit.costs().assumed() ? ", from assumed amounts" : "") + "\n";
    }

    private TextTable table() {
        TextTable table = TextTable.aligned("lrrrrrrrl");
        table.add("contact", "customers", "threshold", "leavers", "precision", "recall", "lift", "profit");
        for (ProfitEvaluation.TopShare top : profit.top()) {
            table.add(
                    text("top %.0f %%", 100 * top.share()),
                    text("%,d", top.customers()),
                    text("%.4f", top.threshold()),
                    text("%,.0f", top.leavers()),
                    known(top.precision(), SHARE, 100),
                    known(top.recall(), SHARE, 100),
                    known(top.lift(), "%.2f", 1),
                    known(top.profit(), money, 1),
                    interval(top.profit(), money, 1));
        }
        ProfitEvaluation.Best best = profit.best();
        if (best.customers() > 0) {
            table.add(
                    "best cut",
                    text("%,d", best.customers()),
                    text("%.4f", best.threshold()),
                    text("%,d", best.leavers()),
                    text(SHARE, 100.0 * best.leavers() / best.customers()),
                    text(SHARE, 100.0 * best.leavers() / evaluation.positives()),
                    "",
                    known(best.profit(), money, 1),
                    interval(best.profit(), money, 1));
        }
        simple(table, "everybody", text("%,d", evaluation.rows()), profit.everybody());
        simple(table, "perfect model", "", profit.perfect());
        return table;
    }

    private void simple(TextTable table, String name, String customers, Measure brings) {
        table.add(name, customers, "", "", "", "", "", known(brings, money, 1), interval(brings, money, 1));
    }

    private String best() {
        ProfitEvaluation.Best best = profit.best();
        if (best.customers() == 0) {
            return "No cut of the list pays: contact nobody.\n";
        }
        String others = best.share() instanceof Measure.Estimated share
                ? text(
                        " (in other samples %.1f to %.1f %%)",
                        100 * share.interval().low(), 100 * share.interval().high())
                : "";
        return text("Most profit: contact from %.4f up, ", best.threshold()) + known(best.share(), SHARE, 100)
                + " of customers" + others
                + ".\nThat cut was chosen on these rows, so expect a little less of others.\n";
    }

    private String amounts() {
        boolean means = profit.costs().amounts().stream()
                .anyMatch(amount -> !amount.column().isEmpty());
        return amounts(false, "Counted with" + (means ? " (means of columns): " : ": "), ".\n")
                + amounts(true, "Assumed: ", "; give your own under 'costs'.\n");
    }

    private String amounts(boolean assumed, String before, String after) {
        String amounts = profit.costs().amounts().stream()
                .filter(amount -> amount.assumed() == assumed)
                .map(ProfitText::amount)
                .collect(Collectors.joining(", "));
        return amounts.isEmpty() ? "" : before + amounts + after;
    }

    private static String amount(CostBasis.Amount amount) {
        return amount.item() + " "
                + (amount.column().isEmpty() ? NumberText.write(amount.mean()) : text("%,.2f", amount.mean()));
    }

    private String empc() {
        return profit.empc().known().isEmpty()
                ? ""
                : "EMPC " + known(profit.empc(), "%.2f", 1) + " " + interval(profit.empc(), "%.2f", 1)
                        + " a customer, with the standard assumptions of the literature.\n";
    }

    private static String known(Measure measure, String format, double times) {
        OptionalDouble known = measure.known();
        return known.isPresent() ? text(format, times * known.getAsDouble()) : "undefined";
    }

    private static String interval(Measure measure, String format, double times) {
        return measure instanceof Measure.Estimated estimated
                ? "(" + text(format, times * estimated.interval().low()) + " to "
                        + text(format, times * estimated.interval().high()) + ")"
                : "";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
