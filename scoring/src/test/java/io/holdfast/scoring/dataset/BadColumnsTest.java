package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadColumnsTest {
    static Stream<Arguments> columns() {
        return Stream.of(
                arguments(
                        "{role: featur, kind: number}",
                        "column 'x' has role 'featur'; expected one of id, feature, label, date, group, owner, preference, consent, objection, departure, weight, ignore"),
                arguments(
                        "{kind: number}",
                        "'role' of column 'x' is missing; expected one of id, feature, label, date, group, owner, preference, consent, objection, departure, weight, ignore"),
                arguments(
                        "{role: feature}",
                        "'kind' of column 'x' is missing; expected one of number, category, flag, date"),
                arguments(
                        "{role: feature, kind: text}",
                        "column 'x' has kind 'text'; expected one of number, category, flag, date"),
                arguments(
                        "{role: feature, kind: date}",
                        "column 'x' is a feature of kind date; a model cannot look at a date, but at a number of days since it"),
                arguments(
                        "{role: feature, kind: number, reason: prise}",
                        "column 'x' has reason 'prise'; expected one of core-service, service-encounter, failed-recovery, price, inconvenience, neglect, need-change, competitor, finances, disengagement, profile; did you mean 'price'?"),
                arguments("{role: ignore, reason: price}", "column 'x' has a reason, which only a feature can have"),
                arguments(
                        "{role: ignore, acknowledged: why}", "column 'x' is acknowledged, which only a feature can be"),
                arguments(
                        "{role: feature, kind: number, levels: {a: A}}",
                        "column 'x' has levels, which only a column of kind category or flag has"),
                arguments(
                        "{role: feature, kind: flag, levels: {\"1\": A}}",
                        "column 'x' names the level '1'; the levels of a flag are yes and no"),
                arguments(
                        "{role: feature, kind: category, monotone: up}",
                        "column 'x' is monotone, which only a feature of kind number can be"),
                arguments(
                        "{role: feature, kind: number, monotone: rising}",
                        "column 'x' has monotone 'rising'; expected one of none, up, down"),
                arguments(
                        "{role: feature, kind: category, value: true}",
                        "column 'x' is the value, which only a column of kind number can be"),
                arguments(
                        "{role: feature, kind: flag, unit: x}",
                        "column 'x' has a unit, which only a column of kind number can have"),
                arguments(
                        "{role: feature, kind: number, positive: a}",
                        "column 'x' has a positive cell, which only the label has"),
                arguments(
                        "{role: feature, kind: number, sensitive: yes}",
                        "column 'x' has sensitive 'yes'; expected true or false"),
                arguments(
                        "{role: feature, kind: number, tokens: {yes: [a], no: [b]}}",
                        "column 'x' has tokens, which only a column of kind flag has"),
                arguments(
                        "{role: feature, kind: flag, tokens: {yes: [a]}}",
                        "'tokens' of column 'x': a flag needs at least one word for yes and one for no"),
                arguments(
                        "{role: feature, kind: flag, tokens: {yes: [a], no: [a]}}",
                        "'tokens' of column 'x': a word of a flag cannot mean both yes and no"),
                arguments(
                        "{role: id, kind: number}",
                        "column 'x' tells rows apart by its exact characters; expected kind category"),
                arguments("{role: date, kind: number}", "column 'x' has the role date; expected kind date"),
                arguments(
                        "{role: label, kind: number, positive: 1}",
                        "column 'x' is the label; expected kind category or flag"),
                arguments(
                        "{role: label}",
                        "column 'x' is the label; expected 'positive', the cell that means the customer left"),
                arguments(
                        "{role: label, positive: \"\"}",
                        "'positive' of column 'x' is empty; leave it out or give it a value"),
                arguments(
                        "{role: feature, kind: number, colour: red}",
                        "column 'x' has the unknown key 'colour'; known are acknowledged, actionable, daily, kind, levels, mayBeMissing, monotone, names, positive, reason, role, sensitive, tokens, unit, value"),
                arguments("feature", "column 'x' is text; expected a mapping with its role"),
                arguments(
                        "{role: feature, kind: category, names: {de: X}}", "language 'de'; expected one of en, zh-CN"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void refusesAColumnThatMakesNoSense(String definition, String sentence) {
        assertThat(Faults.of(() -> Descriptions.column(definition))).hasMessage("dataset.yaml line 5: " + sentence);
    }

    @Test
    void namesTheLineOfTheKeyRatherThanOfTheColumn() {
        InputException fault = Faults.of(
                () -> Descriptions.columns("  x:\n    role: feature\n    kind: flag\n    names: X\n    unit: m\n"));

        assertThat(fault).hasMessageStartingWith("dataset.yaml line 9: ");
    }

    static Stream<Arguments> wholes() {
        String label = "  y: {role: label, positive: a}\n";
        String feature = "  f: {role: feature, kind: number}\n";
        return Stream.of(
                arguments(
                        feature, 4, "no column has the role label; expected one that tells whether the customer left"),
                arguments(label, 4, "no column has the role feature; expected one that the model may look at"),
                arguments(
                        label + feature + "  z: {role: label, positive: a}\n",
                        7,
                        "column 'z' is the label, but so is 'y' in line 5; expected one at most"),
                arguments(
                        label + feature + "  i: {role: id}\n  j: {role: id}\n",
                        8,
                        "column 'j' is the id, but so is 'i' in line 7; expected one at most"),
                arguments(
                        label + feature + "  g: {role: group}\n  h: {role: group}\n",
                        8,
                        "column 'h' is the group, but so is 'g' in line 7; expected one at most"),
                arguments(
                        label + feature + "  d: {role: date}\n  e: {role: date}\n",
                        8,
                        "column 'e' is the date, but so is 'd' in line 7; expected one at most"),
                arguments(
                        label + feature + "  v: {role: weight}\n  w: {role: weight}\n",
                        8,
                        "column 'w' is the weight, but so is 'v' in line 7; expected one at most"),
                arguments(
                        label + feature + "  w: {role: weight, kind: category}\n",
                        7,
                        "column 'w' says how much a row counts; expected kind number"),
                arguments(
                        label + feature + "  w: {role: weight, value: true}\n",
                        7,
                        "column 'w' is the value and the weight; expected one of the two"),
                arguments(
                        label + "  f: {role: feature, kind: number, value: true}\n  v: {role: ignore, value: true}\n",
                        7,
                        "column 'v' is the value, but so is 'f' in line 6; expected one at most"),
                arguments(
                        label + feature + "  y: {role: ignore}\n", 7, "'y' stands here again; it was given in line 5"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wholes")
    void refusesColumnsThatDoNotMakeATable(String columns, int line, String sentence) {
        assertThat(Faults.of(() -> Descriptions.columns(columns)))
                .hasMessage("dataset.yaml line " + line + ": " + sentence);
    }
}
