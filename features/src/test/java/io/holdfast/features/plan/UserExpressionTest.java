package io.holdfast.features.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserExpressionTest {
    private static PlanSettings settings(String sql) {
        return settings(sql, "more");
    }

    /** With a further measure. */
    private static PlanSettings settings(String sql, String measure) {
        YamlFields file = YamlReader.read("history.yaml", """
                        format: 1
                        name: shop
                        sources: {events: {path: e.csv, columns: {customer: c, kind: k, occurredAt: t, amount: a, %s: m, product: p}}}
                        measures: {amount: {scale: 2}, %s: {scale: 2}}
                        kinds: {purchase: {measures: [amount]}}
                        features: {own: {mine: {sql: %s}}}
                        """.formatted(
                        measure, measure, '"' + sql.replace("\\", "\\\\").replace("\"", "\\\"") + '"'))
                .fields();
        return PlanSettings.read(file, HistoryDescription.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(*) FILTER (WHERE kind = 'purchase' AND age <= 14)",
                "sum(amount) / nullif(count(DISTINCT product), 0)",
                "max(CASE WHEN product LIKE 'it''s%' THEN age ELSE 0 END)",
                "count_if(\"amount\" >= 1.5e2)",
            })
    void takesExpressionsOverTheEventsThatAreSeen(String sql) {
        assertThat(settings(sql).own()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(*) + (SELECT count(*) FROM event)",
                "(select 1)",
                "read_csv('/etc/passwd')",
                "read_text('/etc/passwd')",
                "getenv('HOME')",
                "random()",
                "uuid()",
                "now()",
                "current_date",
                "CURRENT_TIMESTAMP",
                "count(*) FILTER (WHERE occurred < today())",
                "first(amount)",
                "any_value(product)",
                "count(*) OVER ()",
                "1; DROP TABLE event",
                "count(*) -- the rest",
                "count(*) /* all */",
                "event.amount",
                "sum(known)",
                "\"unit\"",
                "\"EVENT\"",
                "sum(amount))",
                "sum(amount",
                "E'\\x41'",
                "$$text$$",
                "'open",
                "max(amount)::VARCHAR",
                "count(*) FROM event",
            })
    void refusesWhatCouldReachAnythingElse(String sql) {
        assertThatThrownBy(() -> settings(sql))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("history.yaml line 6: feature 'mine': its SQL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sum(amount / 3) | sum(amount / 3 ORDER BY amount / 3)",
                "SUM ( amount / 3 ) FILTER (WHERE age <= 9) | SUM ( amount / 3  ORDER BY amount / 3) FILTER (WHERE age <= 9)",
                "sum(DISTINCT sqrt(amount)) | sum(DISTINCT sqrt(amount) ORDER BY sqrt(amount))",
                "sum(ln(greatest(amount, 1)) / (age + 1)) / sum(amount * 1e0) | sum(ln(greatest(amount, 1)) / (age + 1) ORDER BY ln(greatest(amount, 1)) / (age + 1)) / sum(amount * 1e0 ORDER BY amount * 1e0)",
                "sum(CASE WHEN product = ')' THEN CAST(age AS double) END) | sum(CASE WHEN product = ')' THEN CAST(age AS double) END ORDER BY CASE WHEN product = ')' THEN CAST(age AS double) END)",
                "exp(-sum(floor(\"amount\"))) | exp(-sum(floor(\"amount\") ORDER BY floor(\"amount\")))",
            })
    void ordersTheAddendsOfSumsThatMayHaveAFloatingPoint(String sql, String ordered) {
        assertThat(settings(sql).own().get(0).needs())
                .extracting(Aggregate::sql)
                .containsExactly(ordered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(amount) / nullif(count(*), 0)",
                "sum(DISTINCT amount * 1.19) FILTER (WHERE kind = 'a/b')",
                "sum(CASE WHEN product IN ('1', '2') THEN abs(amount) ELSE 0 END) / 100",
                "sum(1 / 3)",
                "max(amount / 3) + min(sqrt(age))",
            })
    void leavesOtherAggregatesAsTheyAreWritten(String sql) {
        assertThat(settings(sql).own().get(0).needs())
                .extracting(Aggregate::sql)
                .containsExactly(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first(amount)", "first (amount) + 1", "\"first\"(amount)"})
    void takesNoColumnForAFunctionOfItsName(String sql) {
        assertThatThrownBy(() -> settings(sql, "first"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("its SQL calls the column 'first' like a function; known functions are abs");
        assertThat(settings("sum(first)", "first").own()).hasSize(1);
    }
}
