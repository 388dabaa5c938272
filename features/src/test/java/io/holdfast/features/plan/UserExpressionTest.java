package io.holdfast.features.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserExpressionTest {
    private static PlanSettings settings(String sql) {
        YamlFields file = YamlReader.read("history.yaml", """
                        format: 1
                        name: shop
                        sources: {events: {path: e.csv, columns: {customer: c, kind: k, occurredAt: t, amount: a, product: p}}}
                        measures: {amount: {scale: 2}}
                        kinds: {purchase: {measures: [amount]}}
                        features: {own: {mine: {sql: %s}}}
                        """.formatted(
                                '"' + sql.replace("\\", "\\\\").replace("\"", "\\\"") + '"'))
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
}
